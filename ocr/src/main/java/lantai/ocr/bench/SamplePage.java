package lantai.ocr.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of a folder with exact truth: {@code index.json} lists {@code id}, {@code image}, {@code kind}, {@code level},
 * {@code rot} and {@code dpi}; beside each image lie {@code id.gt.txt} and {@code id.json}, the latter with the key
 * {@code fields} and, where tables were written down, {@code cells}.
 *
 * @param id its name
 * @param image the picture
 * @param kind what sort of paper it is
 * @param level how badly it was scanned
 * @param turn degrees clockwise by which it lies turned
 * @param dpi of the picture
 * @param truth its text in reading order
 * @param facts fields and cells
 */
record SamplePage(String id, Path image, String kind, String level, int turn, int dpi, String truth, JsonNode facts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The pages in the order of the index. */
    static List<SamplePage> in(Path folder) throws IOException {
        List<SamplePage> pages = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(folder.resolve("index.json").toFile())) {
            String id = entry.path("id").asText();
            int turn = entry.path("rot").asInt();
            pages.add(new SamplePage(
                    id,
                    folder.resolve(entry.path("image").asText()),
                    entry.path("kind").asText(),
                    entry.path("level").asText() + (turn == 0 ? "" : "-rotated"),
                    turn,
                    entry.path("dpi").asInt(),
                    Files.readString(folder.resolve(id + ".gt.txt")),
                    JSON.readTree(folder.resolve(id + ".json").toFile())));
        }
        return pages;
    }

    /** What was read, compared with the truth. */
    Report.Page judged(String text, CellScore cells, boolean upright, double cpuSeconds) {
        String plain = plain(text);
        int fields = 0;
        int hits = 0;
        for (var field : facts.path("fields").properties()) {
            fields++;
            hits += plain.contains(plain(field.getValue().asText())) ? 1 : 0;
        }
        return new Report.Page(
                id, kind, level, ErrorRate.of(truth, text), cells, fields, hits, upright, cpuSeconds, text);
    }

    private static String plain(String text) {
        int[] plain = ErrorRate.plain(text);
        return new String(plain, 0, plain.length);
    }
}
