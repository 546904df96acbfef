package lantai.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report of a reading as an object of its own: {@code report.json}, and {@code premis.xml} with an event for the reading and
 * for each damage and repair (PREMIS 3: fixity check, replication).
 */
final class ScrubReport {
    private static final String PREMIS = "http://www.loc.gov/premis/v3";

    private final ArchivalStore store;
    private final Path temporary;
    private final InstantSource clock;

    ScrubReport(ArchivalStore store, Path temporary, InstantSource clock) {
        this.store = store;
        this.temporary = temporary;
        this.clock = clock;
    }

    /** Keeps a report; {@return the OCFL id of its object} */
    String keep(Scrub.Report report, Location location) throws IOException {
        var objectId = "urn:lantai:scrub:" + report.scrub().id();
        Files.createDirectories(temporary);
        var folder = Files.createTempDirectory(temporary, "scrub");
        var parts = new ArrayList<ArchivalStore.Part>();
        try {
            add(parts, folder.resolve("report.json"), json(report, location));
            add(parts, folder.resolve("premis.xml"), premis(report, location));
            store.put(objectId, parts, "scrub of " + location.name(), "system", clock.instant());
        } finally {
            for (var part : parts) {
                Files.deleteIfExists(part.source());
            }
            Files.deleteIfExists(folder);
        }
        return objectId;
    }

    private static void add(List<ArchivalStore.Part> parts, Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        parts.add(new ArchivalStore.Part(file, String.valueOf(file.getFileName()), FixityDigest.of(file)));
    }

    private String json(Scrub.Report report, Location location) throws IOException {
        var scrub = report.scrub();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", scrub.id().toString());
        json.put("location", scrub.location());
        json.put("place", location.place());
        json.put("startedAt", scrub.startedAt().toString());
        json.put("endedAt", clock.instant().toString());
        json.put("objects", scrub.objects());
        json.put("files", scrub.files());
        json.put("bytes", scrub.bytes());
        json.put("digests", List.of("sha512", "sha256"));
        json.put("filesAlsoBySm3", scrub.sm3Files());
        json.put("ok", report.ok());
        json.put(
                "findings",
                report.findings().stream()
                        .map(finding -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("object", finding.objectId());
                            one.put("path", finding.path());
                            one.put("fault", finding.fault());
                            one.put("detail", finding.detail());
                            one.put("foundAt", finding.at().toString());
                            one.put("mended", finding.mended());
                            return one;
                        })
                        .toList());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private String premis(Scrub.Report report, Location location) throws IOException {
        var text = new java.io.StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("premis");
            xml.writeDefaultNamespace(PREMIS);
            xml.writeAttribute("version", "3.0");
            var when = clock.instant().toString();
            event(xml, "fixity check", when, report.findings().isEmpty() ? "pass" : "fail", location.name(), "");
            for (var finding : report.findings()) {
                var what = finding.fault() + " " + finding.path() + " " + finding.detail();
                event(xml, "fixity check", finding.at().toString(), "fail", what, finding.objectId());
                if (finding.mended()) {
                    event(xml, "replication", finding.at().toString(), "success", what, finding.objectId());
                }
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
        return text.toString();
    }

    private static void event(
            XMLStreamWriter xml, String type, String when, String outcome, String note, String objectId)
            throws XMLStreamException {
        xml.writeStartElement("event");
        xml.writeStartElement("eventIdentifier");
        leaf(xml, "eventIdentifierType", "UUID");
        leaf(xml, "eventIdentifierValue", UUID.randomUUID().toString());
        xml.writeEndElement();
        leaf(xml, "eventType", type);
        leaf(xml, "eventDateTime", when);
        xml.writeStartElement("eventOutcomeInformation");
        leaf(xml, "eventOutcome", outcome);
        xml.writeStartElement("eventOutcomeDetail");
        leaf(xml, "eventOutcomeDetailNote", note.strip());
        xml.writeEndElement();
        xml.writeEndElement();
        if (!objectId.isEmpty()) {
            xml.writeStartElement("linkingObjectIdentifier");
            leaf(xml, "linkingObjectIdentifierType", "OCFL");
            leaf(xml, "linkingObjectIdentifierValue", objectId);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void leaf(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
