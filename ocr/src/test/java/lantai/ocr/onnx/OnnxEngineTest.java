package lantai.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lantai.ocr.Block;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.OcrException;
import lantai.ocr.PageText;
import lantai.ocr.Samples;
import lantai.ocr.TextLine;
import lantai.ocr.bench.ErrorRate;
import lantai.ocr.bench.OcrBench;
import lantai.ocr.bench.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxEngineTest {

    private static final List<String> LINES = List.of("Lantai reads this page", "Record 2026-0042", "Amount 1234.56");

    private static OnnxEngine engine;

    @BeforeAll
    static void loadModels() throws OcrException {
        engine = new OnnxEngine(OnnxSettings.DEFAULT);
    }

    @AfterAll
    static void freeModels() {
        engine.close();
    }

    @Test
    void everyCharacterHasItsPlaceWithinItsLine() throws Exception {
        PageText text = engine.read(Samples.page(LINES), 200);
        assertThat(text.lines()).hasSize(3);
        assertThat(ErrorRate.of(String.join("", LINES), text.text()).sequence()).isLessThanOrEqualTo(2);
        for (TextLine line : text.lines()) {
            Box around =
                    line.glyphs().stream().map(Glyph::box).reduce(Box::union).orElseThrow();
            assertThat(around.left()).isGreaterThanOrEqualTo(line.box().left() - 1);
            assertThat(around.right()).isLessThanOrEqualTo(line.box().right() + 1);
            assertThat(around.width()).isGreaterThan(0.8 * line.box().width());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void aPageThatLiesTurnedIsSetUpright(int degrees) throws Exception {
        BufferedImage page = Samples.page(LINES);
        PageText turned = engine.read(Samples.turned(page, degrees), 200);
        assertThat(turned.rotation()).isEqualTo(360 - degrees);
        assertThat(turned.width()).isEqualTo(page.getWidth());
        assertThat(ErrorRate.of(String.join("", LINES), turned.text()).sequence())
                .isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 180})
    void aSealSaysWhatStandsAlongItsBorderAndNoLineOfThePageDoes(int degrees) throws Exception {
        BufferedImage page = Samples.page(LINES);
        var coloured = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = coloured.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        BufferedImage seal = ImageIO.read(Path.of("src/test/resources/seal.png").toFile());
        graphics.drawImage(seal, 900, 1500, seal.getWidth() * 2 / 3, seal.getHeight() * 2 / 3, null);
        graphics.dispose();
        PageText text = engine.read(Samples.turned(coloured, degrees), 200);
        assertThat(text.blocks().stream().filter(block -> block.kind() == Block.Kind.SEAL))
                .extracting(Block::inscription)
                .containsExactly("江北市医疗保障局业务专用章");
        assertThat(text.text()).doesNotContain("专用章");
    }

    @Test
    void anEmptyPageHasNoLines() throws Exception {
        assertThat(engine.read(Samples.page(List.of()), 200).lines()).isEmpty();
        assertThat(engine.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 300)
                        .lines())
                .isEmpty();
    }

    @Test
    void manyThreadsReadAtOnceWhatOneReads() throws Exception {
        BufferedImage page = Samples.page(LINES);
        PageText alone = engine.read(page, 200);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<PageText>> pages = IntStream.range(0, 2)
                    .mapToObj(_ -> threads.submit(() -> engine.read(page, 200)))
                    .toList();
            for (Future<PageText> together : pages) {
                assertThat(together.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void aFolderWithoutModelsIsNamed(@TempDir Path folder) {
        var settings = new OnnxSettings(Optional.of(folder), 1, OnnxSettings.DEFAULT.steps());
        assertThatThrownBy(() -> new OnnxEngine(settings))
                .isInstanceOf(OcrException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void thePagesOfTheTestsAreReadWell() throws Exception {
        Report report = OcrBench.run(Samples.pages(), engine);
        for (Report.Page page : report.pages()) {
            assertThat(page.upright()).as(page.id()).isTrue();
            assertThat(page.errors().sequenceRate()).as(page.id()).isLessThan(0.08);
            assertThat(page.errors().bagRate()).as(page.id()).isLessThan(0.03);
        }
        Report.Line all = report.lines().getLast();
        assertThat(all.sequence()).isLessThan(0.035);
        assertThat(all.fieldHits()).isGreaterThan(0.9);
    }
}
