package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * One element of an XML file, looked at by local names only, since files with the wrong namespace are common. Document
 * types and entities are refused.
 */
record Xml(Element element) {

    static Xml parse(InputStream in) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Xml(builder.parse(in).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not XML: " + e.getMessage(), e);
        }
    }

    String name() {
        return local(element.getNodeName());
    }

    List<Xml> children() {
        var children = new ArrayList<Xml>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new Xml(child));
            }
        }
        return children;
    }

    List<Xml> children(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    Optional<Xml> child(String name) {
        return children().stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /** {@return the elements at the end of a path of names, over all branches} */
    List<Xml> all(String... path) {
        var found = List.of(this);
        for (var name : path) {
            found = found.stream().flatMap(each -> each.children(name).stream()).toList();
        }
        return found;
    }

    /** {@return the text of an element, stripped, empty when it has none} */
    String text() {
        return element.getTextContent().strip();
    }

    String text(String child) {
        return child(child).map(Xml::text).orElse("");
    }

    String attribute(String name) {
        return element.getAttribute(name).strip();
    }

    double number(String name, double otherwise) {
        var numbers = numbers(attribute(name));
        return numbers.length == 0 ? otherwise : numbers[0];
    }

    boolean flag(String name, boolean otherwise) {
        var value = attribute(name);
        return value.isEmpty() ? otherwise : value.equalsIgnoreCase("true") || value.equals("1");
    }

    double[] numbersOf(String name) {
        return numbers(attribute(name));
    }

    /** {@return the numbers of a list, empty when it is none} */
    static double[] numbers(String list) {
        if (list.isBlank()) {
            return new double[0];
        }
        try {
            return Arrays.stream(list.strip().split("[\\s,]+", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }

    private static String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }
}
