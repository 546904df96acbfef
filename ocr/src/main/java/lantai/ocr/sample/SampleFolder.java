package lantai.ocr.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import lantai.ocr.Quad;
import lantai.ocr.sample.Wear.Level;

/**
 * Writes a folder of invented pages: for each the picture, its text in reading order ({@code .gt.txt}), and its key fields,
 * lines and cells with their places ({@code .json}); {@code index.json} lists them. The same series and number of pages
 * gives the same folder.
 */
public final class SampleFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<Level> LEVELS = List.of(Level.values());

    private final Series series;
    private final Typefaces typefaces;
    private final Path folder;

    private SampleFolder(Series series, Typefaces typefaces, Path folder) {
        this.series = series;
        this.typefaces = typefaces;
        this.folder = folder;
    }

    /**
     * Writes {@code pages} pages, all kinds and levels in turn, into {@code folder}, which is made if need be.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Series series, Typefaces typefaces, int pages, Path folder) throws IOException {
        Files.createDirectories(folder);
        new SampleFolder(series, typefaces, folder).all(pages);
    }

    private void all(int pages) throws IOException {
        ArrayNode index = JSON.createArrayNode();
        BufferedImage back = new Paper(typefaces.font(typefaces.names().getFirst()), false).image();
        for (int page = 0; page < pages; page++) {
            Kind kind = KINDS.get(page % KINDS.size());
            Level level = LEVELS.get(page / KINDS.size() % LEVELS.size());
            var chance = new Random(series.seed() * 1009 + page);
            // The first numbers of neighbouring seeds are alike.
            chance.nextLong();
            String font = typefaces.names().get(chance.nextInt(typefaces.names().size()));
            var paper = new Paper(typefaces.font(font), kind.lying());
            kind.set(new Frame(paper, new Invented(chance), series));
            Wear.Worn worn = new Wear(level, chance).apply(paper.image(), back);
            back = paper.image();
            String id = String.format(Locale.ROOT, "%s-%03d-%s", series, page + 1, level)
                    .toLowerCase(Locale.ROOT);
            one(id, paper.truth(kind.title()), worn, picture(id, worn, chance), level, font, index);
        }
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("index.json").toFile(), index);
    }

    private void one(String id, Truth truth, Wear.Worn worn, String picture, Level level, String font, ArrayNode index)
            throws IOException {
        List<String> lines = truth.lines().stream().map(Truth.Line::text).toList();
        Files.writeString(folder.resolve(id + ".gt.txt"), String.join("\n", lines) + "\n");
        ObjectNode page = index.addObject();
        page.put("id", id).put("image", picture).put("kind", truth.kind());
        page.put("level", (level == Level.ROTATED ? Level.HEAVY : level).name().toLowerCase(Locale.ROOT));
        page.put("font", font).put("rot", worn.turn()).put("dpi", worn.dpi());
        page.put("chars", lines.stream().mapToInt(String::length).sum());
        ObjectNode all = page.deepCopy();
        ObjectNode fields = all.putObject("fields");
        truth.fields().forEach(fields::put);
        ArrayNode seals = all.putArray("seals");
        truth.seals().forEach(seals::add);
        ArrayNode places = all.putArray("lines");
        for (Truth.Line line : truth.lines()) {
            ObjectNode one = places.addObject().put("text", line.text());
            ArrayNode parts = one.putArray("parts");
            for (Truth.Part part : line.parts()) {
                ObjectNode at = parts.addObject().put("text", part.text());
                put(at, worn.motion().forward(part.quad()));
            }
        }
        ArrayNode cells = all.putArray("cells");
        for (Truth.Cell cell : truth.cells()) {
            ObjectNode at = cells.addObject().put("table", cell.table()).put("row", cell.row());
            at.put("column", cell.column()).put("rows", cell.rows()).put("columns", cell.columns());
            put(at.put("text", cell.text()), worn.motion().forward(cell.quad()));
        }
        JSON.writeValue(folder.resolve(id + ".json").toFile(), all);
    }

    private static void put(ObjectNode node, Quad q) {
        ArrayNode quad = node.putArray("quad");
        double[] corners = {q.x1(), q.y1(), q.x2(), q.y2(), q.x3(), q.y3(), q.x4(), q.y4()};
        for (int i = 0; i < 8; i += 2) {
            quad.addArray().add(Math.round(corners[i] * 10) / 10.0).add(Math.round(corners[i + 1] * 10) / 10.0);
        }
    }

    /** Writes the picture, half of them in gray; gives its file name. */
    private String picture(String id, Wear.Worn worn, Random chance) throws IOException {
        BufferedImage image = chance.nextBoolean() ? gray(worn.image()) : worn.image();
        if (worn.quality() == 1) {
            ImageIO.write(image, "png", folder.resolve(id + ".png").toFile());
            return id + ".png";
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out =
                ImageIO.createImageOutputStream(folder.resolve(id + ".jpg").toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality((float) worn.quality());
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return id + ".jpg";
    }

    // Drawn by hand: Java would bend gray values through a linear colour space.
    private static BufferedImage gray(BufferedImage image) {
        var gray = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[image.getWidth()];
        byte[] values = new byte[row.length];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getDataElements(0, y, row.length, 1, row);
            for (int x = 0; x < row.length; x++) {
                int sum = 77 * (row[x] >> 16 & 0xFF) + 150 * (row[x] >> 8 & 0xFF) + 29 * (row[x] & 0xFF);
                values[x] = (byte) (sum >> 8);
            }
            gray.getRaster().setDataElements(0, y, row.length, 1, values);
        }
        return gray;
    }
}
