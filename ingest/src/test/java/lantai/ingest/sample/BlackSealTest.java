package lantai.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import lantai.ocr.Block;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;
import lantai.ocr.onnx.OnnxEngine;
import lantai.ocr.onnx.OnnxSettings;
import org.junit.jupiter.api.Test;

/** A page scanned in black and white, its seals as black as the text under them. */
class BlackSealTest {
    private static PageText read() throws IOException, OcrException {
        var staff = List.of(People.LI_XIULAN, People.CHEN_DEFU, People.WANG_LIHUA);
        try (var press = new Press();
                var engine = new OnnxEngine(OnnxSettings.DEFAULT)) {
            var scan = press.png(
                    AccountForms.contributionBase(LocalDate.of(2015, 7, 8), staff, 34_560),
                    Look.clean(300, Look.Depth.BILEVEL));
            return engine.read(ImageIO.read(new ByteArrayInputStream(scan.bytes())), 300);
        }
    }

    @Test
    void itsLettersAreNoLinesAndWhatTheyLieOnIsDoubtful() throws Exception {
        var page = read();
        assertThat(page.blocks())
                .filteredOn(block -> block.kind() == Block.Kind.SEAL)
                .as("both seals are known")
                .hasSize(2);
        assertThat(page.lines()).extracting(TextLine::text).doesNotContain("例", "样", "市", "品", "中", "业务专用章");
        assertThat(page.lines())
                .filteredOn(line -> line.text().startsWith("缴费基数上限"))
                .singleElement()
                .satisfies(line -> assertThat(line.glyphs())
                        .as("figures under a seal are told to be doubtful: " + line.text())
                        .anyMatch(glyph -> glyph.confidence() < 0.6));
        assertThat(page.lines())
                .filteredOn(line -> line.text().startsWith("职工人数"))
                .singleElement()
                .satisfies(line -> assertThat(line.confidence()).isGreaterThan(0.9));
    }
}
