package lantai.search;

import static lantai.search.Samples.coded;
import static lantai.search.Samples.fill;
import static lantai.search.Samples.item;
import static lantai.search.Samples.marked;
import static lantai.search.Samples.search;
import static lantai.search.Samples.sorted;
import static lantai.search.Samples.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.problem.Malformed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchIndexTest {
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
    void anEmptyIndexAnswersWithNothing() {
        var page = search(index, "医保");
        assertThat(page.total()).isZero();
        assertThat(page.hits()).isEmpty();
        assertThat(page.facets()).containsOnlyKeys(Facet.values());
        assertThat(page.facets().values()).allMatch(List::isEmpty);
    }

    @Test
    void wordsBetweenBlanksMustAllOccur() {
        fill(index, item("甲", "住院费用审批", "报销"), item("乙", "住院费用"), item("丙", "报销审批"));
        assertThat(titles(index, "住院　报销")).containsExactly("甲");
        assertThat(titles(index, "住院\u00a0审批")).containsExactly("甲");
        assertThat(titles(index, "住院 审批")).containsExactly("甲");
        assertThat(titles(index, "费用审批")).containsExactly("甲");
    }

    @Test
    void aPhraseInQuotationMarksStandsAsItIs() {
        fill(index, item("甲", "医保政策"), item("乙", "医疗保险政策"), item("丙", "total sum"), item("丁", "totalsum"));
        assertThat(titles(index, "\"医保政策\"")).containsExactly("甲");
        assertThat(titles(index, "“医疗保险政策”")).containsExactly("乙");
        assertThat(titles(index, "\"total sum\"")).containsExactly("丙");
        assertThat(titles(index, "total sum")).containsExactly("丙", "丁");
    }

    @Test
    void abbreviationsFindTheLongFormAndBackAndAreTold() {
        fill(index, item("甲", "城镇职工医疗保险"), item("乙", "城职医保"));
        assertThat(titles(index, "城职医保")).containsExactlyInAnyOrder("甲", "乙");
        assertThat(titles(index, "城镇职工医疗保险")).containsExactlyInAnyOrder("甲", "乙");
        assertThat(search(index, "城职").understood().parts())
                .containsExactly(new Understood.Part(Understood.Kind.WORD, "城职", List.of("城镇职工")));
    }

    @Test
    void aSingleCharacterIsFound() {
        fill(index, item("甲", "欠费。"), item("乙", "缴清"));
        assertThat(titles(index, "费")).containsExactly("甲");
        assertThat(titles(index, "乙")).containsExactly("乙");
    }

    @Test
    void aReferenceCodeIsFoundWholeAndInPiecesWithAnyDot() {
        fill(
                index,
                coded(item("甲", "见J057-ZY·YB·YB·2025-D10-012-0034"), "J057-ZY·YB·YB·2025-D10-012-0035", ""),
                coded(item("乙"), "J057-ZY·YB·YB·2025-D10-012-0034", ""));
        assertThat(titles(index, "J057-ZY•YB・YB∙2025-D10-012-0034")).containsExactly("乙", "甲");
        assertThat(titles(index, "yb‧2025-D10-012-0035")).containsExactly("甲");
        assertThat(titles(index, "012-0034")).containsExactly("乙", "甲");
    }

    @Test
    void aDocumentNumberIsFoundWithAnyBrackets() {
        fill(index, coded(item("甲"), "J057-WS·2025-Y-0001", "样医保发〔2025〕7号"));
        for (String typed : List.of("样医保发〔2025〕7号", "样医保发[2025]7号", "样医保发（2025）7号", "〔2025〕7号", "医保发【２０２５】７号")) {
            assertThat(titles(index, typed)).as(typed).containsExactly("甲");
        }
    }

    @Test
    void hitsInTheTitleComeFirst() {
        fill(index, item("其他", "异地就医备案"), item("异地就医备案表", "样例"));
        assertThat(titles(index, "异地就医备案")).containsExactly("异地就医备案表", "其他");
    }

    @Test
    void aHitTellsItsPageAndShowsItsWords() {
        fill(index, item("住院审批", "第一页", "前言。".repeat(60) + "本次住院\n费用共计一千元，" + "后记。".repeat(60)));
        var hit = search(index, "住院费用 一千元").hits().getFirst();
        assertThat(hit.page()).isEqualTo(2);
        assertThat(marked(hit.snippet().text(), hit.snippet().marks())).containsExactly("住院 费用", "一千元");
        assertThat(hit.snippet().text()).hasSizeLessThan(120).contains("本次").doesNotContain("\n");
        assertThat(hit.titleMarks()).isEmpty();
    }

    @Test
    void aHitOutsideThePagesHasNoPage() {
        fill(index, item("住院审批", "第一页"));
        var hit = search(index, "住院").hits().getFirst();
        assertThat(hit.page()).isZero();
        assertThat(hit.snippet()).isEqualTo(new Snippet("第一页", List.of()));
        assertThat(hit.titleMarks()).containsExactly(new Range(0, 2));
    }

    @Test
    void nothingTypedAsksForEverything() {
        fill(index, item("甲"), item("乙"));
        assertThat(search(index, "  ").total()).isEqualTo(2);
        assertThat(search(index, "，。").total()).isZero();
    }

    @Test
    void facetsCountTheResultsWithTheFiltersOfTheOthers() {
        fill(
                index,
                sorted(item("一号", "住院"), "WS", 2024, "A", Optional.empty()),
                sorted(item("二号", "住院"), "WS", 2025, "B", Optional.empty()),
                sorted(item("三号", "住院"), "YW", 2025, "A", Optional.empty()),
                sorted(item("四号", "门诊"), "KU", 2023, "C", Optional.empty()));
        var query =
                new SearchQuery("住院", Map.of(Facet.CATEGORY, Set.of("WS")), Sort.REFERENCE_CODE, Optional.empty(), 10);
        var page = index.search(query, Samples.ALL);
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.facets())
                .isEqualTo(Map.of(
                        Facet.CATEGORY, List.of(new FacetCount("WS", "WS", 2), new FacetCount("YW", "YW", 1)),
                        Facet.YEAR, List.of(new FacetCount("2025", "2025", 1), new FacetCount("2024", "2024", 1)),
                        Facet.KIND, List.of(new FacetCount("A", "A名", 1), new FacetCount("B", "B名", 1))));
    }

    @Test
    void anOlderVersionDoesNotReplaceANewerOne() {
        var item = item("新");
        index.apply(List.of(new Change.Put(Samples.version(item, 5, "新"))), 1);
        index.apply(List.of(new Change.Put(Samples.version(item, 4, "旧"))), 2);
        index.refresh();
        index.apply(List.of(new Change.Put(Samples.version(item, 3, "旧"))), 3);
        index.refresh();
        assertThat(titles(index, "")).containsExactly("新");
        index.apply(List.of(new Change.Put(Samples.version(item, 6, "更新"))), 4);
        index.refresh();
        assertThat(titles(index, "")).containsExactly("更新");
    }

    @Test
    void anItemRemovedIsGoneAndMayComeBack() {
        var item = item("甲");
        fill(index, item, item("乙"));
        index.apply(List.of(new Change.Remove(item.id()), new Change.Remove(item.id())), 2);
        index.refresh();
        assertThat(titles(index, "")).containsExactly("乙");
        fill(index, item);
        assertThat(index.count()).isEqualTo(2);
    }

    @Test
    void changesAreSeenAfterRefreshOnly() {
        index.apply(List.of(new Change.Put(item("甲"))), 1);
        assertThat(index.count()).isZero();
        index.refresh();
        assertThat(index.count()).isEqualTo(1);
    }

    @Test
    void everyItemIsToldWithItsVersion() {
        var one = Samples.version(item("甲"), 3, "甲");
        var two = Samples.version(item("乙"), 4, "乙");
        var gone = item("丙");
        fill(index, one, two, gone);
        index.apply(List.of(new Change.Remove(gone.id())), 2);
        index.refresh();
        var told = new HashMap<UUID, Long>();
        index.forEachVersion(told::put);
        assertThat(told).isEqualTo(Map.of(one.id(), 3L, two.id(), 4L));
    }

    @Test
    void aQuestionThatIsTooLongIsMalformed() {
        assertThatThrownBy(() -> search(index, "医".repeat(401)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("QUERY_TOO_LONG");
        assertThatThrownBy(() -> search(index, "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("QUERY_TOO_MANY_WORDS");
    }
}
