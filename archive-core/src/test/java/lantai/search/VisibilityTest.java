package lantai.search;

import static lantai.search.Samples.fill;
import static lantai.search.Samples.item;
import static lantai.search.Samples.owned;
import static lantai.search.Samples.personal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a viewer may not see influences nothing he gets. */
final class VisibilityTest {
    private static final UUID PERSON = new UUID(7, 1);
    private static final UUID OTHER = new UUID(7, 2);
    private static final UUID DEPARTMENT = new UUID(8, 1);

    @TempDir
    Path folder;

    @Test
    void eachRuleLetsItsItemsThrough() {
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            fill(
                    index,
                    owned(item("本人"), Optional.of(DEPARTMENT), Optional.of(PERSON)),
                    owned(item("他人"), Optional.empty(), Optional.of(OTHER)),
                    owned(item("部门"), Optional.of(DEPARTMENT), Optional.empty()),
                    item("公开"));
            assertThat(seen(index, new Visibility.All())).containsExactly("本人", "他人", "部门", "公开");
            assertThat(seen(index, new Visibility.None())).isEmpty();
            assertThat(seen(index, new Visibility.OfPerson(PERSON))).containsExactly("本人");
            assertThat(seen(index, new Visibility.OfDepartment(DEPARTMENT))).containsExactly("本人", "部门");
            assertThat(seen(index, new Visibility.NotPersonal())).containsExactly("部门", "公开");
            assertThat(seen(index, new Visibility.AnyOf(List.of()))).isEmpty();
            assertThat(seen(
                            index,
                            new Visibility.AnyOf(
                                    List.of(new Visibility.NotPersonal(), new Visibility.OfPerson(OTHER)))))
                    .containsExactly("他人", "部门", "公开");
        }
    }

    @Test
    void aListOfSeveralPersonsTiedToNoneIsPersonal() {
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            fill(index, personal(item("名册", "样例甲、样例乙、样例丙")), item("通知", "放假安排"));
            var impersonal = new Visibility.NotPersonal();
            assertThat(seen(index, impersonal)).containsExactly("通知");
            var asked = index.search(SearchQuery.of("样例甲"), impersonal);
            assertThat(asked.hits()).isEmpty();
            assertThat(asked.total()).isZero();
            assertThat(index.search(SearchQuery.of(""), impersonal).facets().get(Facet.CATEGORY))
                    .containsExactly(new FacetCount("WS", "WS", 1));
            assertThat(seen(index, new Visibility.All())).containsExactly("名册", "通知");
        }
    }

    @Test
    void theAnswerIsTheSameWithAndWithoutWhatMayNotBeSeen() {
        var generated = new GeneratedItems(3);
        var own = new ArrayList<IndexedItem>();
        var others = new ArrayList<IndexedItem>();
        for (int i = 0; i < 300; i++) {
            var item = generated.next(i, 300);
            (i % 5 == 0 ? own : others)
                    .add(owned(item, Optional.empty(), Optional.of(i % 5 == 0 ? PERSON : OTHER), "样例甲"));
        }
        var questions = List.of("保", "住院费用", "样例甲", "参保 审批", "主院费甩", "样例丙", "会议纪耍", "J057-ZY", "2018年", "");
        var visible = new Visibility.OfPerson(PERSON);
        List<SearchPage> alone;
        try (var index = SearchIndex.open(folder.resolve("alone"), Samples.settings())) {
            fill(index, own.toArray(IndexedItem[]::new));
            alone = answers(index, questions, visible);
        }
        try (var index = SearchIndex.open(folder.resolve("among"), Samples.settings())) {
            fill(index, others.toArray(IndexedItem[]::new));
            fill(index, own.toArray(IndexedItem[]::new));
            assertThat(answers(index, questions, visible)).isEqualTo(alone);
        }
        assertThat(alone)
                .anyMatch(page -> page.total() > 0)
                .anyMatch(page -> page.hits().stream().anyMatch(Hit::tolerant));
    }

    private static List<SearchPage> answers(SearchIndex index, List<String> questions, Visibility visible) {
        return questions.stream()
                .map(question -> index.search(SearchQuery.of(question), visible))
                .toList();
    }

    private static List<String> seen(SearchIndex index, Visibility visibility) {
        return index.search(Samples.sortedBy("", Sort.REFERENCE_CODE, 10), visibility).hits().stream()
                .map(Hit::title)
                .toList();
    }
}
