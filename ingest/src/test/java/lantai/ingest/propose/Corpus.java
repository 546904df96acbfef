package lantai.ingest.propose;

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
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;

/** The generated pages beside the checkout, their truth as pages a perfect reader would give. */
final class Corpus {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    /** A page with the truth about it: its kind and key fields under their Chinese names. */
    record Sample(String id, String kind, Map<String, String> fields, ReadDocument document) {}

    static Optional<Path> folder() {
        String set = System.getProperty("lantai.shared", System.getenv().getOrDefault("LANTAI_SHARED", ""));
        return List.of(set.isEmpty() ? "../../shared" : set, "../shared").stream()
                .map(path -> Path.of(path, "corpus", "ocr-dev"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    static List<Sample> samples(Path folder) throws IOException {
        var samples = new ArrayList<Sample>();
        for (JsonNode entry : JSON.readTree(folder.resolve("index.json").toFile())) {
            JsonNode truth = JSON.readTree(
                    folder.resolve(entry.path("id").asText() + ".json").toFile());
            samples.add(sample(truth));
        }
        return samples;
    }

    private static Sample sample(JsonNode truth) {
        var fields = new TreeMap<String, String>();
        truth.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        String id = truth.path("id").asText();
        return new Sample(id, truth.path("kind").asText(), fields, document(id, List.of(page(truth))));
    }

    static ReadDocument document(String id, List<PageText> pages) {
        return new ReadDocument(id + ".png", "", "image/png", pages, "", Map.of());
    }

    private static PageText page(JsonNode truth) {
        int turned = truth.path("degradation").path("rotation_cw").asInt(0);
        int dpi = truth.path("degradation").path("dpi").asInt(300);
        int width = truth.path("size").path(0).asInt();
        int height = truth.path("size").path(1).asInt();
        var lines = new ArrayList<TextLine>();
        int row = 0;
        for (JsonNode line : truth.path("lines")) {
            for (JsonNode part : line.path("parts")) {
                Quad quad = upright(part.path("quad"), turned, width, height);
                lines.add(new TextLine(quad, part.path("text").asText(), 1, List.of(), row));
            }
            row++;
        }
        boolean sideways = turned % 180 != 0;
        return new PageText(
                sideways ? height : width,
                sideways ? width : height,
                dpi,
                (360 - turned) % 360,
                lines,
                PageText.BORN_DIGITAL,
                "");
    }

    private static Quad upright(JsonNode quad, int turned, int width, int height) {
        double[] points = new double[8];
        for (int i = 0; i < 4; i++) {
            double x = quad.path(i).path(0).asDouble();
            double y = quad.path(i).path(1).asDouble();
            switch (turned) {
                case 90 -> set(points, i, y, width - x);
                case 180 -> set(points, i, width - x, height - y);
                case 270 -> set(points, i, height - y, x);
                default -> set(points, i, x, y);
            }
        }
        return new Quad(points[0], points[1], points[2], points[3], points[4], points[5], points[6], points[7]);
    }

    private static void set(double[] points, int i, double x, double y) {
        points[2 * i] = x;
        points[2 * i + 1] = y;
    }
}
