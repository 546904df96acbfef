package lantai.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder that an archive like this one has written: masters, and a {@code metadata.json} that describes them. Text and events beside
 * them were found out by that archive; the next one finds them out again.
 *
 * @param said by the codes of elements and of fields
 * @param masters in their order, with the names they came with
 */
record OwnRecord(Map<String, String> said, List<Master> masters) {
    static final String DESCRIPTION = "metadata.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "lantai-metadata-1";
    private static final long LARGEST = 16L << 20;

    /** The names in the file, with the codes they stand for. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("category", "category"),
            Map.entry("kind", "kind"),
            Map.entry("year", "year"),
            Map.entry("retention", "retention"),
            Map.entry("title", "title"),
            Map.entry("documentNumber", "document-number"),
            Map.entry("responsible", "responsible"),
            Map.entry("date", "date"),
            Map.entry("amount", "amount"),
            Map.entry("personName", "person-name"),
            Map.entry("referenceCode", "reference-code"));

    /** One master. */
    record Master(Path file, String name) {}

    OwnRecord {
        said = new TreeMap<>(said);
        masters = List.copyOf(masters);
    }

    /** {@return the record that the description in a folder tells of; nothing when it is another's, or a master is not there} */
    static Optional<OwnRecord> read(Path folder) throws IOException {
        var description = folder.resolve(DESCRIPTION);
        if (Files.size(description) > LARGEST) {
            return Optional.empty();
        }
        JsonNode json;
        try (var in = Files.newInputStream(description)) {
            json = JSON.readTree(in);
        } catch (com.fasterxml.jackson.core.JacksonException notJson) {
            return Optional.empty();
        }
        var masters = new ArrayList<Master>();
        for (var component : json.path("components")) {
            var path = component.path("path").asText();
            if (!BagPath.isSafe(path) || !Files.isRegularFile(folder.resolve(path))) {
                return Optional.empty();
            }
            masters.add(new Master(
                    folder.resolve(path), component.path("name").asText(PackageTree.last(folder.resolve(path)))));
        }
        return json.path("schema").asText().equals(SCHEMA) && !masters.isEmpty()
                ? Optional.of(new OwnRecord(said(json), masters))
                : Optional.empty();
    }

    private static Map<String, String> said(JsonNode json) {
        var said = new TreeMap<String, String>();
        NAMES.forEach((name, code) -> {
            var value = json.path(name).asText("");
            if (!value.isEmpty()) {
                said.put(code, value);
            }
        });
        for (var element : json.path("elements")) {
            said.putIfAbsent(
                    element.path("element").asText(), element.path("value").asText());
        }
        said.remove("");
        return said;
    }

    /** {@return its masters as files for the inbox} */
    List<InboundFile> files(String folder, Map<String, String> common) {
        return described(folder, masters, said, common);
    }

    static List<InboundFile> described(
            String record, List<Master> masters, Map<String, String> said, Map<String, String> common) {
        var files = new ArrayList<InboundFile>();
        for (var master : masters) {
            var all = new TreeMap<>(common);
            said.forEach((code, value) -> all.put(InboundFile.DESCRIBED + code, value));
            all.put(InboundFile.RECORD, record);
            all.put(InboundFile.ORDINAL, "%05d".formatted(files.size() + 1));
            var path = masters.stream().map(Master::name).distinct().count() == masters.size()
                    ? master.name()
                    : all.get(InboundFile.ORDINAL) + '-' + master.name();
            files.add(new InboundFile(master.file(), record + '/' + path, all));
        }
        return files;
    }
}
