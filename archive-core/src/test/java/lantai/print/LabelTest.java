package lantai.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        new LabelPdf("盒脊标签", labels).spines(out);
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
                                "样例·2025年1月会计凭证", List.of(new Label.Fact("保管期限", "30 年")), "J057-KU·2025-D30-001", 20)))
                .covers(out);
        assertArchival(out.toByteArray());
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("样例·2025年1月会计凭证", "30 年", "J057-KU·2025-D30-001");
        }
    }

    /** A failure names its seed, -Dseed repeats it. */
    @Test
    void aScannerReadsTheCodeBack() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var each = 0; each < 300; each++) {
            var text = random.ints(1 + random.nextInt(24), ' ', 127)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(read(Code128.of(text).orElseThrow())).as("seed " + seed).isEqualTo(text);
        }
        assertThat(read(Code128.of("J057-KU·2025-D30-001").orElseThrow())).isEqualTo("J057-KU.2025-D30-001");
        assertThat(Code128.of("J057-WS·2025-Y-办公室-001")).isEmpty();
        assertThat(Code128.of("")).isEmpty();
    }

    /** The check character of this word is 88, the value of {@code x}, as the standard's sum gives it. */
    @Test
    void theCheckCharacterIsTheSumOfTheStandard() {
        var symbols = symbols(Code128.of("Wikipedia").orElseThrow());
        assertThat(symbols.get(symbols.size() - 2)).isEqualTo(88);
    }

    private static String read(Code128 code) {
        var symbols = symbols(code);
        assertThat(symbols.getFirst()).isEqualTo(104);
        assertThat(symbols.getLast()).isEqualTo(106);
        var data = symbols.subList(1, symbols.size() - 2);
        var sum = 104
                + IntStream.range(0, data.size())
                        .map(i -> data.get(i) * (i + 1))
                        .sum();
        assertThat(symbols.get(symbols.size() - 2)).isEqualTo(sum % 103);
        return data.stream()
                .collect(StringBuilder::new, (text, value) -> text.append((char) (value + ' ')), StringBuilder::append)
                .toString();
    }

    /** Reads the widths as symbols, by measuring every symbol that there is. */
    private static List<Integer> symbols(Code128 code) {
        assertThat(code.modules()).isEqualTo((code.widths().size() - 7) / 6 * 11 + 13);
        var all = IntStream.range(0, 95)
                .mapToObj(value -> Code128.of(Character.toString(value + ' '))
                        .orElseThrow()
                        .widths()
                        .subList(6, 12))
                .toList();
        var found = new java.util.ArrayList<Integer>();
        for (var at = 0; at + 7 < code.widths().size(); at += 6) {
            var symbol = code.widths().subList(at, at + 6);
            assertThat(symbol.stream().mapToInt(Integer::intValue).sum()).isEqualTo(11);
            var value = all.indexOf(symbol);
            found.add(value >= 0 ? value : value(symbol));
        }
        found.add(106);
        return found;
    }

    /** Symbols beyond the printable ones, by the table of the standard. */
    private static int value(List<Integer> symbol) {
        var rest = Stream.of("114113", "114311", "411113", "411311", "113141", "114131", "311141", "411131")
                .map(widths -> widths.chars().mapToObj(width -> width - '0').toList())
                .toList();
        return symbol.equals(List.of(2, 1, 1, 2, 1, 4)) ? 104 : 95 + rest.indexOf(symbol);
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
