package lantai.check;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lantai.check.ItemFacts.Event;
import lantai.check.ItemFacts.Packed;
import lantai.problem.ArchiveException;
import lantai.storage.ArchivalStore;
import lantai.storage.StoredBytes;

/** Reads what lies in the object of a record. Whatever is wrong with it becomes a fact; nothing is thrown. */
final class Packages {
    private static final long LARGEST = 32L << 20;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ArchivalStore store;

    Packages(ArchivalStore store) {
        this.store = store;
    }

    /** @param validate whether every byte is read and compared with the inventory */
    Packed read(String object, boolean validate) {
        try {
            var paths = store.paths(object);
            var metadata = metadata(object, paths);
            var events = events(object, paths);
            return new Packed(
                    paths,
                    metadata.value(),
                    metadata.fault(),
                    events.value(),
                    events.fault(),
                    validate ? Optional.of(store.validate(object)) : Optional.of(List.of()),
                    true);
        } catch (RuntimeException unreadable) {
            var fault = String.valueOf(unreadable.getMessage());
            return new Packed(
                    List.of(), Optional.empty(), fault, Optional.empty(), fault, Optional.of(List.of(fault)), false);
        }
    }

    private record Read<T>(Optional<T> value, String fault) {}

    private Read<JsonNode> metadata(String object, List<String> paths) {
        if (!paths.contains("metadata.json")) {
            return new Read<>(Optional.empty(), "missing");
        }
        try {
            var node = JSON.readTree(text(store.bytes(object, "metadata.json")));
            return node.isObject()
                    ? new Read<>(Optional.of(node), "")
                    : new Read<>(Optional.empty(), "not a JSON object");
        } catch (CharacterCodingException notUtf8) {
            return new Read<>(Optional.empty(), "not UTF-8");
        } catch (IOException | ArchiveException failure) {
            return new Read<>(Optional.empty(), firstLine(failure));
        }
    }

    private Read<List<Event>> events(String object, List<String> paths) {
        if (!paths.contains("premis.xml")) {
            return new Read<>(Optional.empty(), "missing");
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = store.read(object, "premis.xml")) {
            return new Read<>(Optional.of(events(factory.createXMLStreamReader(in))), "");
        } catch (IOException | XMLStreamException | ArchiveException failure) {
            return new Read<>(Optional.empty(), firstLine(failure));
        }
    }

    private static List<Event> events(XMLStreamReader in) throws XMLStreamException {
        var events = new ArrayList<Event>();
        var type = "";
        var at = "";
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "eventType" -> type = in.getElementText();
                case "eventDateTime" -> at = in.getElementText();
                case "linkingObjectIdentifierValue" -> events.add(new Event(type, at, in.getElementText()));
                default -> {}
            }
        }
        return events;
    }

    private static String text(StoredBytes file) throws IOException {
        byte[] bytes;
        try (var in = file.from(0)) {
            bytes = in.readNBytes((int) LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new IOException("larger than " + (LARGEST >> 20) + " MB");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(java.nio.ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
