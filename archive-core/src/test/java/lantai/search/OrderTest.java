package lantai.search;

import static lantai.search.Samples.fill;
import static lantai.search.Samples.item;
import static lantai.search.Samples.sorted;
import static lantai.search.Samples.sortedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.problem.Malformed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderTest {
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
    void resultsAreOrderedByDateWithTheUndatedLast() {
        fill(index, dated("中", 2020), dated("新", 2024), item("无"), dated("旧", 1969));
        assertThat(all(sortedBy("", Sort.DATE_NEWEST, 10))).containsExactly("新", "中", "旧", "无");
        assertThat(all(sortedBy("", Sort.DATE_OLDEST, 10))).containsExactly("旧", "中", "新", "无");
        assertThat(all(sortedBy("", Sort.REFERENCE_CODE, 10))).containsExactly("中", "新", "无", "旧");
    }

    @Test
    void everyOrderPagesThroughAllResultsOnce() {
        var generated = new GeneratedItems(1);
        var items = new ArrayList<IndexedItem>();
        for (int i = 0; i < 95; i++) {
            items.add(generated.next(i % 50, 200));
        }
        fill(index, items.toArray(IndexedItem[]::new));
        for (var sort : Sort.values()) {
            for (String text : List.of("", "样例", "保")) {
                var whole = all(sortedBy(text, sort, 200));
                assertThat(all(sortedBy(text, sort, 7))).as("%s %s", sort, text).isEqualTo(whole);
                assertThat(whole).hasSize((int)
                        index.search(sortedBy(text, sort, 1), Samples.ALL).total());
            }
        }
    }

    @Test
    void aCursorStaysGoodWhileTheIndexChanges() {
        fill(index, item("一号", "住院住院"), item("二号", "住院"), item("三号", "住院"));
        var query = sortedBy("住院", Sort.RELEVANCE, 1);
        var first = index.search(query, Samples.ALL);
        fill(index, item("零号", "住院住院住院住院"), item("无关"));
        var second = index.search(query.after(first.next().orElseThrow()), Samples.ALL);
        assertThat(first.hits().getFirst().title()).isEqualTo("一号");
        assertThat(second.hits().getFirst().title()).isEqualTo("二号");
    }

    @Test
    void aCursorOfAnotherQuestionIsMalformed() {
        fill(index, item("甲"), item("乙"));
        var cursor = index.search(sortedBy("", Sort.RELEVANCE, 1), Samples.ALL)
                .next()
                .orElseThrow();
        for (var query : List.of(
                sortedBy("甲", Sort.RELEVANCE, 1).after(cursor),
                sortedBy("", Sort.DATE_NEWEST, 1).after(cursor),
                sortedBy("", Sort.RELEVANCE, 1).after(new Cursor("%")),
                sortedBy("", Sort.RELEVANCE, 1).after(new Cursor("AAAA")))) {
            assertThatThrownBy(() -> index.search(query, Samples.ALL))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("CURSOR_NOT_VALID");
        }
    }

    private static IndexedItem dated(String title, int year) {
        return sorted(item(title), "WS", year, "A", Optional.of(LocalDate.of(year, 5, 1)));
    }

    private List<String> all(SearchQuery query) {
        var titles = new ArrayList<String>();
        var page = index.search(query, Samples.ALL);
        while (true) {
            page.hits().stream().filter(hit -> !hit.tolerant()).map(Hit::title).forEach(titles::add);
            if (page.next().isEmpty()) {
                return titles;
            }
            page = index.search(query.after(page.next().get()), Samples.ALL);
        }
    }
}
