package lantai.ingest.filing;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lantai.ocr.Decision;
import lantai.ocr.PageText;
import lantai.record.Item;

/** What happened to an item until it was filed, and to its texts afterwards, as PREMIS 3 events. */
public final class PremisEvents {
    private static final String NAMESPACE = "http://www.loc.gov/premis/v3";

    private static final String END = "</premis>";

    private final Item item;
    private final Collection<Master> masters;

    PremisEvents(Item item, Collection<Master> masters) {
        this.item = item;
        this.masters = masters;
    }

    String xml() {
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.setDefaultNamespace(NAMESPACE);
            out.writeStartElement(NAMESPACE, "premis");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeAttribute("version", "3.0");
            for (var master : masters) {
                var name = master.component().path();
                event(
                        out,
                        "ingestion",
                        master.file().receivedAt(),
                        "received as " + master.file().path(),
                        name);
                event(
                        out,
                        "format identification",
                        item.filedAt(),
                        master.component().mime() + " " + master.component().puid(),
                        name);
                event(
                        out,
                        "message digest calculation",
                        master.file().receivedAt(),
                        "SHA-256 " + master.component().fixity().sha256() + ", SM3 "
                                + master.component().fixity().sm3(),
                        name);
            }
            event(out, "accession", item.filedAt(), "filed as " + item.referenceCode(), "metadata.json");
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /**
     * {@return the same events and one more, about the description}
     *
     * @param type {@code metadata modification}, or {@code transfer} when the record changed hands
     */
    static String and(String xml, Item item, String type, String message, Instant at) {
        return with(xml, item, new Event(type, at, message, "metadata.json"));
    }

    /** {@return the same events and one more: the text of a page was corrected} */
    public static String corrected(String xml, Item item, String path, String message, Instant at) {
        return with(xml, item, new Event("modification", at, message, path));
    }

    /** {@return the same events, and one more when people have corrected the text of a page; who wrote last is named} */
    static String corrected(String xml, Item item, String path, Optional<PageText> text) {
        return text.stream()
                .flatMap(page -> page.lines().stream())
                .flatMap(line -> line.decision().stream())
                .filter(Decision.ByPerson.class::isInstance)
                .map(Decision.ByPerson.class::cast)
                .max(Comparator.comparing(Decision.ByPerson::at))
                .map(last -> corrected(xml, item, path, "text corrected by " + last.by(), last.at()))
                .orElse(xml);
    }

    private record Event(String type, Instant at, String detail, String object) {}

    private static String with(String xml, Item item, Event event) {
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            out.setDefaultNamespace(NAMESPACE);
            new PremisEvents(item, List.of()).event(out, event.type(), event.at(), event.detail(), event.object());
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        var end = xml.lastIndexOf(END);
        if (end < 0) {
            throw new IllegalStateException("events without an end: " + item.objectId());
        }
        return xml.substring(0, end) + text + xml.substring(end);
    }

    private void event(XMLStreamWriter out, String type, Instant at, String detail, String object)
            throws XMLStreamException {
        out.writeStartElement(NAMESPACE, "event");
        out.writeStartElement(NAMESPACE, "eventIdentifier");
        element(out, "eventIdentifierType", "UUID");
        element(
                out,
                "eventIdentifierValue",
                UUID.nameUUIDFromBytes((item.id() + type + object + detail + at).getBytes(StandardCharsets.UTF_8))
                        .toString());
        out.writeEndElement();
        element(out, "eventType", type);
        element(out, "eventDateTime", at.toString());
        out.writeStartElement(NAMESPACE, "eventDetailInformation");
        element(out, "eventDetail", detail);
        out.writeEndElement();
        out.writeStartElement(NAMESPACE, "linkingObjectIdentifier");
        element(out, "linkingObjectIdentifierType", "path");
        element(out, "linkingObjectIdentifierValue", object);
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(NAMESPACE, name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
