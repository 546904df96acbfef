package lantai.ocr.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

final class SearchablePdfTest {

    private static final int ALLOWANCE = 12_000;

    @TempDir
    Path folder;

    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @CsvSource({
        "jpg, rgb",
        "jpg, gray",
        "png, rgb",
        "png, gray",
        "png, bilevel",
        "tif, bilevel",
        "tif, gray",
        "bmp, rgb"
    })
    void everyKindOfScanBecomesAValidDocument(String format, String colour) throws Exception {
        byte[] pdf = pdf(new ScanSource.PictureFile(scan(format, colour), 0), 0);
        assertThat(complaints(pdf)).isEmpty();
        assertThat(text(pdf)).contains("档案 Lantai 2026").contains("𠮷野");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void theScansOwnStreamIsTakenOver(String format) throws Exception {
        Path scan = scan(format, "rgb");
        byte[] pdf = pdf(new ScanSource.PictureFile(scan, 0), 0);
        assertThat(pdf.length - Files.size(scan)).isLessThan(ALLOWANCE);
        if (format.equals("jpg")) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                try (var raw = image(document).getCOSObject().createRawInputStream()) {
                    assertThat(raw.readAllBytes()).isEqualTo(Files.readAllBytes(scan));
                }
            }
        }
    }

    @Test
    void aScannedPdfKeepsItsPicture() throws Exception {
        Path first = folder.resolve("first.pdf");
        Path scan = scan("jpg", "gray");
        Files.write(first, pdf(new ScanSource.PictureFile(scan, 0), 0));
        byte[] second = pdf(new ScanSource.PdfPage(first, 0), 0);
        assertThat(complaints(second)).isEmpty();
        try (PDDocument document = Loader.loadPDF(second);
                var raw = image(document).getCOSObject().createRawInputStream()) {
            assertThat(raw.readAllBytes()).isEqualTo(Files.readAllBytes(scan));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aTurnedPageIsTurnedForTheReaderAndItsTextStandsWhereItWasRead(int rotation) throws Exception {
        byte[] pdf = pdf(new ScanSource.PictureFile(scan("jpg", "gray"), 0), rotation);
        assertThat(complaints(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getRotation()).isEqualTo(rotation);
            var places = new ArrayList<float[]>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> positions) {
                    positions.forEach(p -> places.add(new float[] {p.getX(), p.getY()}));
                }
            }.getText(document);
            // 200 dpi: the first character stands at x 40, baseline y 100 of the upright page
            assertThat(places.getFirst()[0]).isCloseTo(40 * 0.36f, within(2));
            assertThat(places.getFirst()[1]).isCloseTo(100 * 0.36f, within(2));
        }
    }

    @Test
    void theSamePagesGiveTheSameBytes() throws Exception {
        var source = new ScanSource.PictureFile(scan("png", "gray"), 0);
        assertThat(pdf(source, 0)).isEqualTo(pdf(source, 0));
    }

    private static org.assertj.core.data.Offset<Float> within(float points) {
        return org.assertj.core.data.Offset.offset(points);
    }

    private static PDImageXObject image(PDDocument document) throws IOException {
        var resources = document.getPage(0).getResources();
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDImageXObject image) {
                return image;
            }
        }
        throw new AssertionError("no picture");
    }

    private static List<String> complaints(byte[] pdf) throws Exception {
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);
            List<String> complaints = new ArrayList<>();
            result.getTestAssertions().forEach(a -> complaints.add(a.getRuleId() + " " + a.getMessage()));
            assertThat(result.isCompliant() || !complaints.isEmpty()).isTrue();
            return complaints;
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] pdf(ScanSource source, int rotation) throws IOException {
        boolean onSide = rotation % 180 != 0;
        var text =
                new PageText(onSide ? 800 : 600, onSide ? 600 : 800, 200, rotation, lines(), PageText.BORN_DIGITAL, "");
        var out = new ByteArrayOutputStream();
        SearchablePdf.write("样例", List.of(new SearchablePdf.Page(source, text)), out);
        return out.toByteArray();
    }

    private static List<TextLine> lines() {
        List<Glyph> glyphs = new ArrayList<>();
        double x = 40;
        for (String letter : List.of("档", "案", "L", "a", "n", "t", "a", "i", "2", "0", "2", "6")) {
            double width = letter.codePointAt(0) > 255 ? 36 : 18;
            x += letter.equals("L") || (letter.equals("2") && glyphs.size() == 8) ? 18 : 0;
            glyphs.add(new Glyph(letter, new Box(x, 60, x + width, 100), 1));
            x += width;
        }
        var first = new TextLine(Quad.of(new Box(40, 60, x, 100)), "档案 Lantai 2026", 1, glyphs, 0);
        var second = new TextLine(Quad.of(new Box(40, 140, 120, 180)), "𠮷野", 1, List.of(), 1);
        return List.of(first, second);
    }

    private Path scan(String format, String colour) throws IOException {
        int type = switch (colour) {
            case "rgb" -> BufferedImage.TYPE_INT_RGB;
            case "gray" -> BufferedImage.TYPE_BYTE_GRAY;
            default -> BufferedImage.TYPE_BYTE_BINARY;
        };
        var image = new BufferedImage(600, 800, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 600, 800);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(40, 60, 300, 40);
        graphics.setColor(Color.RED);
        graphics.drawOval(200, 300, 200, 200);
        graphics.dispose();
        Path file = folder.resolve("scan-" + colour + '.' + format);
        assertThat(ImageIO.write(image, format.equals("tif") ? "tiff" : format, file.toFile()))
                .isTrue();
        return file;
    }
}
