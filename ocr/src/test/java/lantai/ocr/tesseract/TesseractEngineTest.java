package lantai.ocr.tesseract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.Samples;
import lantai.ocr.bench.OcrBench;
import lantai.ocr.bench.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "its library comes along for this system only")
final class TesseractEngineTest {

    // The loaded library stays in use until the process ends.
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    @Test
    void itReadsWithPlacesAndConfidence() throws Exception {
        try (var engine = new TesseractEngine(folder)) {
            PageText text = engine.read(Samples.page(List.of("Record 2026", "Amount 1234.56")), 200);
            assertThat(text.text().replace(" ", "")).isEqualTo("Record2026\nAmount1234.56");
            assertThat(text.lines().getFirst().glyphs()).extracting(Glyph::text).startsWith("R", "e", "c");
            assertThat(text.confidence()).isGreaterThan(0.8);
        }
    }

    @Test
    void thePagesOfTheTestsAreReadFairly() throws Exception {
        try (var engine = new TesseractEngine(folder)) {
            Report report = OcrBench.run(Samples.pages(), engine);
            assertThat(report.pages()).allMatch(Report.Page::upright);
            assertThat(report.lines().getLast().sequence()).isLessThan(0.25);
        }
    }
}
