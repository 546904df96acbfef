package lantai.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The signed part of a package (被签名对象) as Canonical XML 1.0 (W3C, without comments), piece by piece, so that files of any size pass
 * through. A package knows one namespace and neither processing instructions nor entities; one that has them is not read.
 */
final class CanonicalForm {
    static final String SIGNED = "被签名对象";

    private final XMLStreamReader xml;
    private final Consumer<byte[]> to;

    private CanonicalForm(XMLStreamReader xml, Consumer<byte[]> to) {
        this.xml = xml;
        this.to = to;
    }

    /** {@return a reader that follows nothing out of the file} */
    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(in, StandardCharsets.UTF_8.name());
    }

    /**
     * Writes the form of the first signed part of a package.
     *
     * @throws IOException when it is no XML, has no such part, or holds what a package may not hold
     */
    static void write(InputStream in, Consumer<byte[]> to) throws IOException {
        try {
            var xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(SIGNED)) {
                    new CanonicalForm(xml, to).element();
                    return;
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        throw new IOException("no " + SIGNED);
    }

    private void element() throws XMLStreamException, IOException {
        start(true);
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start(false);
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    say("</" + xml.getLocalName() + '>');
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    say(escaped(xml.getText()).replace(">", "&gt;"));
                case XMLStreamConstants.COMMENT -> {}
                default -> throw new IOException("not allowed in a package: event " + xml.getEventType());
            }
        }
    }

    private void start(boolean top) throws IOException {
        if (!EepWriter.NAMESPACE.equals(xml.getNamespaceURI())
                || !xml.getPrefix().isEmpty()) {
            throw new IOException("not of the namespace of packages: " + xml.getName());
        }
        var attributes = new TreeMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeNamespace(i) != null) {
                throw new IOException("attribute of another namespace: " + xml.getAttributeName(i));
            }
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        var text = new StringBuilder("<").append(xml.getLocalName());
        if (top) {
            text.append(" xmlns=\"").append(EepWriter.NAMESPACE).append('"');
        }
        attributes.forEach((name, value) -> text.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value)
                        .replace("\"", "&quot;")
                        .replace("\t", "&#x9;")
                        .replace("\n", "&#xA;"))
                .append('"'));
        say(text.append('>').toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#xD;");
    }

    private void say(String text) {
        to.accept(text.getBytes(StandardCharsets.UTF_8));
    }
}
