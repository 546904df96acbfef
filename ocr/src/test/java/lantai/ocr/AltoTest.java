package lantai.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AltoTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void aPageComesBackAsItWas() throws IOException {
        var random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            PageText page = page(random);
            assertThat(roundTrip(page)).as("seed %s", SEED).isEqualTo(page);
        }
    }

    @Test
    void charactersThatXmlDoesNotKnowAreReplaced() throws IOException {
        var line = new TextLine(Quad.of(new Box(0, 0, 9, 9)), "a\u0001b\nc", 1, List.of(), 0);
        var page = new PageText(10, 10, 300, 0, List.of(line), PageText.BORN_DIGITAL, "");
        assertThat(roundTrip(page).text()).isEqualTo("a\uFFFDb\nc");
    }

    @Test
    void somethingElseIsRefused() {
        var in = new ByteArrayInputStream("<html/>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Alto.read(in))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an ALTO page");
    }

    private static PageText roundTrip(PageText page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Alto.write(page, bytes);
        return Alto.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static PageText page(Random random) {
        List<TextLine> lines = new ArrayList<>();
        int row = 0;
        for (int i = random.nextInt(8); i > 0; i--) {
            lines.add(line(random, row));
            row += random.nextInt(3);
        }
        int[] turns = {0, 90, 180, 270};
        return new PageText(
                2480, 3508, 300, turns[random.nextInt(4)], lines, blocks(random, lines.size()), "pp-ocr", "0a1b");
    }

    private static List<Block> blocks(Random random, int lines) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.seal(box(random), random.nextBoolean() ? "" : "样例市<\"专用章"));
        if (lines > 2) {
            var left = new Block.Cell(0, 0, 2, 1, box(random), List.of(0));
            var right = new Block.Cell(0, 1, 1, 3, box(random), List.of(1));
            blocks.add(new Block(Block.Kind.TABLE, box(random), List.of(0, 1), List.of(left, right)));
            blocks.add(new Block(Block.Kind.TEXT, box(random), List.of(2)));
        }
        return blocks;
    }

    private static TextLine line(Random random, int row) {
        String[] letters = {"档", "案", "〔", "A", "&", "<", "\"", " ", "𠮷", "·"};
        var text = new StringBuilder();
        List<Glyph> glyphs = new ArrayList<>();
        boolean places = random.nextBoolean();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String letter = letters[random.nextInt(letters.length)];
            text.append(letter);
            if (places && !letter.equals(" ")) {
                glyphs.add(new Glyph(letter, box(random), random.nextDouble(), variants(random)));
            }
        }
        double confidence = text.toString().isBlank() ? 0 : random.nextDouble();
        return new TextLine(Quad.of(box(random)), text.toString(), confidence, glyphs, row, decision(random));
    }

    private static List<Variant> variants(Random random) {
        List<Variant> variants = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            variants.add(new Variant(random.nextBoolean() ? "<" : "案", random.nextDouble()));
        }
        return variants;
    }

    private static Optional<Decision> decision(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Decision.ByRule(Decision.Reason.CHECK_DIGIT, "挡\"案"));
            default -> Optional.of(new Decision.ByPerson("样例 & 王", Instant.parse("2026-11-22T08:00:00Z"), ""));
        };
    }

    private static Box box(Random random) {
        double left = random.nextDouble() * 2000;
        double top = random.nextDouble() * 3000;
        return new Box(left, top, left + random.nextDouble() * 400, top + random.nextDouble() * 50);
    }
}
