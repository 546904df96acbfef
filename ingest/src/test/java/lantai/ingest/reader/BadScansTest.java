package lantai.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad scans made here: each ends in a named state, within a time and within the memory of a reader, and each page is either read
 * or refused.
 */
class BadScansTest {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int HUGE = 50_000;
    private static final int MANY = 5_000;

    @TempDir
    private static Path shared;

    private static Readers readers;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private long began;

    @BeforeAll
    static void startReaders() {
        readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), shared.resolve("temporary")));
    }

    @AfterAll
    static void stopReaders() {
        readers.close();
    }

    @BeforeEach
    void prepare() {
        files = new SampleFiles(folder);
        began = System.nanoTime();
    }

    @AfterEach
    void nothingTakesForEverAndTheNextOneIsRead() {
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(MOST);
        assertThat(read(files.pdf("good.pdf", "Lantai")).state()).isEqualTo(ReadingState.READ);
    }

    private Reading read(Path file) {
        return readers.read(file, file.getFileName().toString(), folder.resolve("out-" + file.getFileName()));
    }

    /** Reads all pages of a file. {@return how each ended; as many as came in} */
    private List<ReadingState> pages(Path file) {
        var reading = read(file);
        assertThat(reading.state().isUnderstood())
                .as(file.getFileName() + ": " + reading.state() + " " + reading.reason())
                .isTrue();
        return reading.pages().stream()
                .map(page -> switch (page.source()) {
                    case OCR -> ocr(file, reading.kind(), page.number());
                    case BORN_DIGITAL -> ReadingState.READ;
                    case BLANK -> ReadingState.NO_TEXT;
                    case UNREADABLE -> ReadingState.UNSUPPORTED;
                })
                .toList();
    }

    private ReadingState ocr(Path file, FileKind kind, int page) {
        var alto = folder.resolve("page-" + page + ".xml");
        var measure = folder.resolve("page-" + page + ".json");
        var read = readers.ocr(
                new PageRequest(file, kind, page), PageEngine.USUAL, Turn.FOUND, alto, Optional.of(measure));
        assertThat(alto.toFile().exists())
                .as("a text is there or the page is refused")
                .isEqualTo(read.state().isUnderstood());
        return read.state();
    }

    private static BufferedImage page(int type) {
        var image = new BufferedImage(1000, 700, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1000, 700);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 60));
        graphics.drawString("Sample 2026", 100, 200);
        graphics.dispose();
        return image;
    }

    private Path written(BufferedImage image, String name) throws IOException {
        var file = folder.resolve(name);
        assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
                .isTrue();
        return file;
    }

    @Test
    void emptyBlackAndTinyPictures() throws IOException {
        assertThat(read(files.bytes("nothing.tif", new byte[0])).state()).isEqualTo(ReadingState.EMPTY);
        var black = written(new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY), "black.png");
        assertThat(pages(black)).containsExactly(ReadingState.NO_TEXT);
        assertThat(folder.resolve("page-1.json")).content().contains("\"brightness\":0");
        var dot = written(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "dot.png");
        assertThat(pages(dot)).containsExactly(ReadingState.NO_TEXT);
    }

    @Test
    void picturesInPrintingColoursAndOfSixteenBitsAreRead() throws IOException {
        assertThat(pages(cmyk())).containsExactly(ReadingState.READ);
        assertThat(pages(written(page(BufferedImage.TYPE_USHORT_GRAY), "deep.png")))
                .containsExactly(ReadingState.READ);
        assertThat(pages(written(page(BufferedImage.TYPE_BYTE_INDEXED), "indexed.gif")))
                .containsExactly(ReadingState.READ);
    }

    private Path cmyk() throws IOException {
        var image = page(BufferedImage.TYPE_BYTE_GRAY);
        var raster = java.awt.image.Raster.createInterleavedRaster(
                java.awt.image.DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var gray = image.getRaster().getSample(x, y, 0);
                raster.setPixel(x, y, new int[] {255, 255, 255, gray});
            }
        }
        var file = folder.resolve("cmyk.jpg");
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return file;
    }

    @Test
    void aPictureOfFiftyThousandByFiftyThousandIsTooLarge() throws IOException {
        assertThat(read(hugePng()).state()).isEqualTo(ReadingState.TOO_LARGE);
    }

    /** 2 500 million white pixels in some 300 KB. */
    private Path hugePng() throws IOException {
        var file = folder.resolve("huge.png");
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            chunk(
                    out,
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(HUGE)
                            .putInt(HUGE)
                            .put(new byte[] {1, 0, 0, 0, 0})
                            .array());
            chunk(out, "IDAT", whiteRows());
            chunk(out, "IEND", new byte[0]);
        }
        return file;
    }

    private static byte[] whiteRows() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var row = new byte[HUGE / 8 + 1];
        Arrays.fill(row, 1, row.length, (byte) 0xFF);
        try (var packed = new DeflaterOutputStream(bytes, deflater)) {
            for (var y = 0; y < HUGE; y++) {
                packed.write(row);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        var typed = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(typed);
        out.writeInt(data.length);
        out.write(typed);
        out.writeInt((int) crc.getValue());
    }

    @Test
    void aHugePictureInAPdfEndsInANamedState() throws IOException {
        var picture = "/Type/XObject/Subtype/Image/Width " + HUGE + "/Height " + HUGE
                + "/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode";
        var states = pages(pdf("huge.pdf", picture, whiteRows()));
        assertThat(states).hasSize(1);
        assertThat(states.getFirst()).isIn(ReadingState.TOO_LARGE, ReadingState.DAMAGED, ReadingState.BOMB);
    }

    @Test
    void anAnimationIsOnePageAndSaysHowManyPicturesItHas() throws IOException {
        var file = folder.resolve("moving.gif");
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var i = 0; i < 3; i++) {
                var image = page(BufferedImage.TYPE_BYTE_INDEXED);
                writer.writeToSequence(
                        new IIOImage(
                                image,
                                null,
                                writer.getDefaultImageMetadata(
                                        ImageTypeSpecifier.createFromRenderedImage(image), null)),
                        null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        assertThat(read(file).facts()).containsEntry(Fact.FRAMES, "3");
        assertThat(pages(file)).containsExactly(ReadingState.READ);
    }

    @Test
    void aTiffThatIsCutOffLosesNoPageInSilence() throws IOException {
        var whole = tiff(4);
        assertThat(pages(whole)).hasSize(4).containsOnly(ReadingState.READ);
        var bytes = Files.readAllBytes(whole);
        for (var share : new double[] {0.3, 0.6, 0.9}) {
            var cut = files.bytes("cut-" + share + ".tif", Arrays.copyOf(bytes, (int) (bytes.length * share)));
            assertThat(read(cut).state()).as("cut at " + share).isEqualTo(ReadingState.DAMAGED);
        }
        assertThat(read(files.circularTiff("circle.tif")).pages()).hasSize(1);
    }

    private Path tiff(int pages) throws IOException {
        var file = folder.resolve("pages-" + pages + ".tif");
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var i = 0; i < pages; i++) {
                writer.writeToSequence(new IIOImage(page(BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    @Test
    void cutOffPicturesAreDamaged() throws IOException {
        for (var name : List.of("cut.png", "cut.jpg", "cut.gif", "cut.bmp")) {
            var bytes = Files.readAllBytes(written(page(BufferedImage.TYPE_INT_RGB), "whole-" + name));
            var cut = files.bytes(name, Arrays.copyOf(bytes, bytes.length * 2 / 3));
            assertThat(read(cut).state()).as(name).isEqualTo(ReadingState.DAMAGED);
        }
    }

    @Test
    void aPdfOfFiveThousandPagesIsReadWhole() throws IOException {
        var file = folder.resolve("many.pdf");
        try (var document = new PDDocument()) {
            for (var i = 0; i < MANY; i++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        assertThat(pages(file)).hasSize(MANY).containsOnly(ReadingState.NO_TEXT);
    }

    @Test
    void aBrokenPictureInAPdfIsRefusedAndNotTakenForABlankPage() throws IOException {
        var broken = "/Type/XObject/Subtype/Image/Width 1654/Height 2339/BitsPerComponent 8/ColorSpace/DeviceRGB"
                + "/Filter/";
        var noise = new byte[3000];
        new java.util.Random(1).nextBytes(noise);
        assertThat(pages(pdf("broken-jpeg.pdf", broken + "DCTDecode", noise))).containsExactly(ReadingState.DAMAGED);
        assertThat(pages(pdf(
                        "jbig2.pdf",
                        broken.replace("8/ColorSpace/DeviceRGB", "1/ColorSpace/DeviceGray") + "JBIG2Decode",
                        noise)))
                .singleElement()
                .isIn(ReadingState.DAMAGED, ReadingState.CRASHED, ReadingState.TIMEOUT, ReadingState.TOO_LARGE);
        var jpx = read(pdf("jpx.pdf", broken + "JPXDecode", noise));
        assertThat(jpx.state()).isEqualTo(ReadingState.UNSUPPORTED);
        assertThat(jpx.pages()).as("the page is known and refused").hasSize(1);
    }

    @Test
    void anEncryptedPdfIsNamedSo() throws IOException {
        var file = folder.resolve("locked.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(file.toFile());
        }
        assertThat(read(file).state()).isEqualTo(ReadingState.ENCRYPTED);
    }

    @Test
    void aPdfWhoseTextMustNotBeTakenOutIsNotSaidToNeedAPassword() throws IOException {
        var file = folder.resolve("restricted.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var allowed = new AccessPermission();
            allowed.setCanExtractContent(false);
            document.protect(new StandardProtectionPolicy("owner", "", allowed));
            document.save(file.toFile());
        }
        assertThat(read(file).state()).isEqualTo(ReadingState.RESTRICTED);
    }

    /** One page that is filled by one picture. */
    private Path pdf(String name, String dictionary, byte[] data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var places = new int[6];
        var objects = Map.of(
                1, "<</Type/Catalog/Pages 2 0 R>>",
                2, "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
                4, "<</Length 29>>stream\nq 595 0 0 842 0 0 cm /X Do Q \nendstream");
        bytes.write("%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1));
        for (var number = 1; number <= 4; number++) {
            places[number] = bytes.size();
            bytes.write(
                    (number + " 0 obj\n" + objects.get(number) + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        places[5] = bytes.size();
        bytes.write(("5 0 obj\n<<" + dictionary + "/Length " + data.length + ">>stream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(data);
        bytes.write("\nendstream\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        var start = bytes.size();
        var table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (var number = 1; number <= 5; number++) {
            table.append("%010d 00000 n \n".formatted(places[number]));
        }
        table.append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
        bytes.write(table.toString().getBytes(StandardCharsets.ISO_8859_1));
        return files.bytes(name, bytes.toByteArray());
    }
}
