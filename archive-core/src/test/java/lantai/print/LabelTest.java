package lantai.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lantai.record.ReferenceCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Spines, covers, bar codes, and the stamp upon copies for use. */
class LabelTest {
    private static final FilingStamp STAMP = new FilingStamp("J057", "2025", "0012", "办公室", "30 年", "4");

    @TempDir
    private Path folder;

    private static Label label(int number, int width) {
        return new Label(
                "12 件",
                List.of(new Label.Fact("全宗号", "J057"), new Label.Fact("年度", "2025"), new Label.Fact("类", "医疗保险待遇类")),
                "J057-ZY·YB·YB·2025-D10-H%03d".formatted(number),
                width);
    }

    private static void assertArchival(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void spinesStandSideBySideAndGoOnOnTheNextPage() throws Exception {
        var out = new ByteArrayOutputStream();
        var labels = IntStream.rangeClosed(1, 12)
                .mapToObj(each -> label(each, each % 2 == 0 ? 20 : 50))
                .toList();
        new LabelPdf("盒脊标签", labels, LabelPdf.Code.BARS).spines(out);
        assertArchival(out.toByteArray());
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("J057-ZY·YB·YB·2025-D10-H012", "医疗保险待遇类");
        }
    }

    @Test
    void aCoverTellsTheTitleAndTheCode() throws Exception {
        var out = new ByteArrayOutputStream();
        new LabelPdf(
                        "案卷封面",
                        List.of(new Label(
                                "样例·2025年1月会计凭证", List.of(new Label.Fact("保管期限", "30 年")), "J057-KU·2025-D30-001", 20)),
                        LabelPdf.Code.SQUARES)
                .covers(out);
        assertArchival(out.toByteArray());
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("样例·2025年1月会计凭证", "30 年", "J057-KU·2025-D30-001");
        }
    }

    @Test
    void aScannerReadsWhatWasPrintedAtThreeHundredDots() throws Exception {
        var codes = List.of("J057-KU·2025-D30-001", "J057-WS·2025-Y-办公室-0001", "J057-ZY·YB·YB·2025-D10-H001");
        for (var kind : LabelPdf.Code.values()) {
            for (var code : codes) {
                for (var width : List.of(10, 20, 50)) {
                    var label = new Label("12 件", List.of(new Label.Fact("全宗号", "J057")), code, width);
                    var isBars = kind == LabelPdf.Code.BARS && code.indexOf('办') < 0;
                    var expected = isBars ? code.replace('·', '.') : code;
                    assertThat(scanned(pdf -> new LabelPdf("盒脊", List.of(label), kind).spines(pdf)))
                            .as("spine of %d mm, %s", width, kind)
                            .isEqualTo(expected);
                    assertThat(ReferenceCode.parse(expected).orElseThrow().text())
                            .isEqualTo(code);
                }
                var cover = new Label("样例", List.of(), code, 20);
                assertThat(scanned(pdf -> new LabelPdf("封面", List.of(cover), kind).covers(pdf)))
                        .as("cover, %s", kind)
                        .isEqualTo(kind == LabelPdf.Code.BARS && code.indexOf('办') < 0 ? code.replace('·', '.') : code);
            }
        }
        assertThat(Symbol.of(LabelPdf.Code.SQUARES, "")).isEmpty();
        assertThat(Symbol.of(LabelPdf.Code.BARS, "")).isEmpty();
    }

    /** Writes labels to a stream. */
    private interface Printed {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    /** What a reader of bars and squares finds on the first page. */
    private static String scanned(Printed printed) throws Exception {
        var out = new ByteArrayOutputStream();
        printed.to(out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 300);
            var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    true,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE)))
                    .getText();
        }
    }

    @Test
    void theStampStandsUprightOnTheFirstPageAndTheCopyStaysAsItWas() throws IOException {
        for (var rotation : new int[] {0, 90, 180, 270}) {
            var copy = folder.resolve("copy-" + rotation + ".pdf");
            try (var document = new PDDocument()) {
                for (var each = 0; each < 2; each++) {
                    var page = new PDPage(PDRectangle.A4);
                    page.setRotation(rotation);
                    document.addPage(page);
                }
                document.save(copy.toFile());
            }
            var before = Files.readAllBytes(copy);
            var out = new ByteArrayOutputStream();
            STAMP.write(copy, out);
            assertThat(Files.readAllBytes(copy)).isEqualTo(before);
            try (var document = Loader.loadPDF(out.toByteArray())) {
                assertThat(document.getNumberOfPages()).isEqualTo(2);
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                assertThat(stripper.getText(document).replaceAll("\\s+", " ").strip())
                        .as("rotation " + rotation)
                        .isEqualTo("J057 2025 0012 办公室 30 年 4");
                var picture = new PDFRenderer(document).renderImage(0);
                assertThat(reddest(picture)).as("rotation " + rotation).isTrue();
            }
        }
    }

    /** Whether the red of the stamp is in the upper right corner and nowhere in the lower half. */
    private static boolean reddest(java.awt.image.BufferedImage picture) {
        var above = 0;
        var below = 0;
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var colour = new java.awt.Color(picture.getRGB(x, y));
                if (colour.getRed() > 150 && colour.getGreen() < 100) {
                    if (y < picture.getHeight() / 5 && x > picture.getWidth() / 2) {
                        above++;
                    } else {
                        below++;
                    }
                }
            }
        }
        return above > 100 && below == 0;
    }

    @Test
    void aLockedCopyIsToldBefore() throws IOException {
        var copy = folder.resolve("broken.pdf");
        Files.writeString(copy, "not a PDF");
        assertThat(FilingStamp.takes(copy)).isFalse();
    }
}
