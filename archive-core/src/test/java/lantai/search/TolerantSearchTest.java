package lantai.search;

import static lantai.search.Samples.fill;
import static lantai.search.Samples.item;
import static lantai.search.Samples.marked;
import static lantai.search.Samples.owned;
import static lantai.search.Samples.search;
import static lantai.search.Samples.similarTitles;
import static lantai.search.Samples.titles;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TolerantSearchTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder, Samples.settings());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aWordReadWronglyIsFoundAfterTheExactHits() {
        fill(index, item("错", "门诊慢牲病认定"), item("对", "门诊慢性病认定"), item("远", "门诊特殊病认定"));
        assertThat(titles(index, "门诊慢性病认定")).containsExactly("对");
        assertThat(similarTitles(index, "门诊慢性病认定")).containsExactly("错", "远");
        var hit = search(index, "门诊慢性病认定").hits().get(1);
        assertThat(hit.page()).isEqualTo(1);
        assertThat(marked(hit.snippet().text(), hit.snippet().marks())).containsExactly("门诊慢牲病认定");
        assertThat(search(index, "门诊慢性病认定").total()).isEqualTo(1);
    }

    @Test
    void aShortNameIsFoundByLookAlikes() {
        fill(index, item("甲", "侯士"), item("乙", "候土"), owned(item("丙"), Optional.empty(), Optional.empty(), "侯土"));
        assertThat(titles(index, "侯士")).containsExactly("甲");
        assertThat(similarTitles(index, "侯士")).containsExactly("丙");
    }

    @Test
    void everyWordHasToBeSimilar() {
        fill(index, item("甲", "王小朋住院"), item("乙", "王小朋门诊"));
        assertThat(similarTitles(index, "王小明 住院")).containsExactly("甲");
    }

    @Test
    void aPhraseAndANumberAreNeverBent() {
        fill(index, item("甲", "门诊慢牲病认定 票号20251234"));
        assertThat(similarTitles(index, "\"门诊慢性病认定\"")).isEmpty();
        assertThat(similarTitles(index, "20251235")).isEmpty();
    }

    @Test
    void manyExactHitsNeedNoSimilarOnes() {
        for (int i = 0; i < 5; i++) {
            fill(index, item("对" + i, "门诊慢性病认定"));
        }
        fill(index, item("错", "门诊慢牲病认定"));
        assertThat(similarTitles(index, "门诊慢性病认定")).isEmpty();
    }

    @Test
    void anyWrongCharacterInALongWordIsForgiven() {
        var random = new Random(SEED);
        var generated = new GeneratedItems(SEED);
        var items = new ArrayList<IndexedItem>();
        for (int i = 0; i < 200; i++) {
            items.add(generated.next(i, 150));
        }
        fill(index, items.toArray(IndexedItem[]::new));
        for (int i = 0; i < 100; i++) {
            String word = generated.term() + generated.name();
            var item = item("目标", "经审核，" + word + "，特此说明");
            fill(index, item);
            int wrong = random.nextInt(word.length());
            String typed = word.substring(0, wrong) + '鑫' + word.substring(wrong + 1);
            assertThat(search(index, typed).hits())
                    .as("seed %s, %s for %s", SEED, typed, word)
                    .anyMatch(hit -> hit.id().equals(item.id()) && hit.tolerant());
        }
    }

    @Test
    void theViewerFindsTheSimilarPiece() {
        var match = index.matcher(SearchQuery.of("王小明 住院"));
        assertThat(match.findSimilar("患者王小朋住院")).containsExactly(new Range(2, 7));
        assertThat(match.find("患者王小朋住院")).containsExactly(new Range(5, 7));
    }
}
