package lantai.ocr.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lantai.ocr.OcrEngine;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;

/**
 * Runs an engine over a folder of pages with exact truth: {@code index.json} lists them with {@code id}, {@code image},
 * {@code kind}, {@code level}, {@code rot} and {@code dpi}; beside each image lie {@code id.gt.txt} and {@code id.json},
 * the latter with the key {@code fields}.
 */
public final class OcrBench {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OcrBench() {}

    /**
     * Reads every page, one after the other.
     *
     * @throws IOException when the folder does not hold what it should
     * @throws OcrException when the engine fails
     */
    public static Report run(Path folder, OcrEngine engine) throws IOException, OcrException {
        List<Report.Page> pages = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(folder.resolve("index.json").toFile())) {
            pages.add(page(folder, entry, engine));
        }
        return new Report(pages);
    }

    private static Report.Page page(Path folder, JsonNode entry, OcrEngine engine) throws IOException, OcrException {
        String id = entry.path("id").asText();
        BufferedImage image =
                ImageIO.read(folder.resolve(entry.path("image").asText()).toFile());
        if (image == null) {
            throw new IOException("not an image: \"" + entry.path("image").asText() + '"');
        }
        long start = cpuTime();
        PageText read = engine.read(image, entry.path("dpi").asInt());
        double seconds = (cpuTime() - start) / 1e9;
        ErrorRate errors = ErrorRate.of(Files.readString(folder.resolve(id + ".gt.txt")), read.text());
        String plain = plain(read.text());
        int fields = 0;
        int hits = 0;
        JsonNode truth = JSON.readTree(folder.resolve(id + ".json").toFile()).path("fields");
        for (Map.Entry<String, JsonNode> field : truth.properties()) {
            fields++;
            hits += plain.contains(plain(field.getValue().asText())) ? 1 : 0;
        }
        int turn = entry.path("rot").asInt();
        boolean upright = (turn + read.rotation()) % 360 == 0;
        String level = entry.path("level").asText() + (turn == 0 ? "" : "-rotated");
        return new Report.Page(
                id, entry.path("kind").asText(), level, errors, fields, hits, upright, seconds, read.text());
    }

    private static String plain(String text) {
        int[] plain = ErrorRate.plain(text);
        return new String(plain, 0, plain.length);
    }

    /** CPU time of the process in nanoseconds; native threads count. */
    private static long cpuTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
    }
}
