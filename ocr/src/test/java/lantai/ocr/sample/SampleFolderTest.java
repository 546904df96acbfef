package lantai.ocr.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleFolderTest {

    private static final Path FONTS = Path.of("../archive-core/src/main/resources/lantai/print/font");

    @TempDir
    Path folder;

    @Test
    void everyPageHasItsPictureItsTextAndItsPlaces() throws IOException {
        Typefaces typefaces = Typefaces.find(Series.A, List.of(FONTS));
        assertThat(typefaces.missing()).contains("wqy-zenhei");
        SampleFolder.write(Series.A, typefaces, 3, folder);
        var json = new ObjectMapper();
        JsonNode index = json.readTree(folder.resolve("index.json").toFile());
        assertThat(index).hasSize(3);
        for (JsonNode page : index) {
            String id = page.path("id").asText();
            var image = ImageIO.read(folder.resolve(page.path("image").asText()).toFile());
            String truth = Files.readString(folder.resolve(id + ".gt.txt")).replaceAll("\\s", "");
            JsonNode all = json.readTree(folder.resolve(id + ".json").toFile());
            assertThat(all.path("cells")).isNotEmpty();
            for (JsonNode field : all.path("fields")) {
                assertThat(truth).contains(field.asText());
            }
            for (JsonNode corner :
                    all.path("lines").path(0).path("parts").path(0).path("quad")) {
                assertThat(corner.path(0).asDouble()).isBetween(0.0, (double) image.getWidth());
            }
        }
    }

    @Test
    void everyKindCanBeSetInEverySeries() throws IOException {
        var font = Typefaces.find(Series.A, List.of(FONTS)).font("NotoSansSC-Regular");
        for (Series series : Series.values()) {
            for (Kind kind : Kind.values()) {
                var paper = new Paper(font, kind.lying());
                kind.set(new Frame(paper, new Invented(new Random(7)), series));
                Truth truth = paper.truth(kind.title());
                String text = String.join(
                        "", truth.lines().stream().map(Truth.Line::text).toList());
                assertThat(truth.lines()).as(kind.title()).hasSizeGreaterThan(5);
                assertThat(truth.fields().values()).as(kind.title()).allMatch(text::contains);
            }
        }
    }

    @Test
    void whatMovesAPagePlacesItsPointsWhereItsPixelsGo() {
        var paper = new java.awt.image.BufferedImage(600, 800, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var motions = List.of(
                Motion.skewed(paper, 2, 0.5),
                Motion.skewed(paper, -1, 1).turned(270),
                Motion.photographed(paper, new Random(3)));
        double[] back = new double[2];
        for (Motion motion : motions) {
            double[] there = motion.forward(123, 456);
            motion.back(motion.inverse(), there[0], there[1], back);
            assertThat(back[0]).isCloseTo(123, org.assertj.core.data.Offset.offset(0.01));
            assertThat(back[1]).isCloseTo(456, org.assertj.core.data.Offset.offset(0.01));
        }
    }

    @Test
    void citizenNumbersHaveARightCheckDigit() {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
        var invented = new Invented(new Random(1));
        for (int i = 0; i < 100; i++) {
            String number = invented.citizenNumber();
            int sum = IntStream.range(0, 18)
                    .map(k -> weights[k] * (number.charAt(k) == 'X' ? 10 : number.charAt(k) - '0'))
                    .sum();
            assertThat(sum % 11).isEqualTo(1);
            assertThat(number).startsWith("990101");
        }
    }

    @Test
    void amountsAreWordedAsInBookkeeping() {
        assertThat(Invented.words(1_234_50)).isEqualTo("壹仟贰佰叁拾肆元伍角整");
        assertThat(Invented.words(100_205_00)).isEqualTo("壹拾万零贰佰零伍元整");
        assertThat(Invented.words(2_000_03)).isEqualTo("贰仟元零叁分");
    }

    @Test
    void aFolderWithoutFontsIsNamed() {
        assertThatThrownBy(() -> Typefaces.find(Series.B, List.of(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }
}
