package lantai.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void pageTwoComesBeforePageTen() {
        assertThat(sorted("b/1.png", "a/10.png", "a/2.png", "a/002b.png", "a/1.png", "a.png"))
                .containsExactly("a.png", "a/1.png", "a/2.png", "a/002b.png", "a/10.png", "b/1.png");
    }

    @Test
    void theOrderIsTheSameHoweverTheNamesCome() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var names = new ArrayList<String>();
            for (var number = 0; number < 12; number++) {
                names.add(random.ints(1 + random.nextInt(6), 0, 5)
                        .mapToObj("0一1a2"::charAt)
                        .map(String::valueOf)
                        .reduce("", String::concat));
            }
            var once = sorted(names.toArray(String[]::new));
            Collections.shuffle(names, random);
            assertThat(sorted(names.toArray(String[]::new)))
                    .as("-Dseed=" + seed)
                    .isEqualTo(once);
        }
    }

    private static List<String> sorted(String... names) {
        var list = new ArrayList<>(List.of(names));
        list.sort(NaturalOrder.PATHS);
        return list;
    }
}
