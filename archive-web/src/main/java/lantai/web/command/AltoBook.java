package lantai.web.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** One ALTO file of many pages, joined from one file for each page: what ALTO allows and other tools read. */
final class AltoBook {
    private AltoBook() {}

    /**
     * Joins the pages in their order.
     *
     * @param pages ALTO files of one page, at least one
     * @param book the file to write
     */
    static void join(List<Path> pages, Path book) throws IOException {
        if (pages.size() == 1) {
            Files.copy(pages.getFirst(), book, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            var builder = builder();
            var joined = builder.parse(pages.getFirst().toFile());
            number(joined, 1);
            for (var i = 1; i < pages.size(); i++) {
                var next = builder.parse(pages.get(i).toFile());
                number(next, i + 1);
                append(joined, next, "Description", "Processing");
                append(joined, next, "Layout", "Page");
            }
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(joined), new StreamResult(book.toFile()));
        } catch (ParserConfigurationException | SAXException | TransformerException failure) {
            throw new IOException("the pages cannot be joined", failure);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder();
    }

    /** Names are unique in a file, so each gets the number of its page; a page names how it was read. */
    private static void number(Document alto, int page) {
        var elements = alto.getElementsByTagNameNS("*", "*");
        for (var i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            if (element.hasAttribute("ID")) {
                element.setAttribute("ID", element.getAttribute("ID") + "-of-page-" + page);
            }
        }
        var whole = child(alto, "Page");
        whole.setAttribute("PHYSICAL_IMG_NR", Integer.toString(page));
        whole.setAttribute("PROCESSINGREFS", child(alto, "Processing").getAttribute("ID"));
    }

    private static void append(Document joined, Document next, String parent, String name) {
        child(joined, parent).appendChild(joined.importNode(child(next, name), true));
    }

    private static Element child(Document alto, String name) {
        return (Element) alto.getElementsByTagNameNS("*", name).item(0);
    }
}
