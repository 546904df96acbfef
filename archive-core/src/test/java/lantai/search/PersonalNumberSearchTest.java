package lantai.search;

import static lantai.search.Samples.fill;
import static lantai.search.Samples.item;
import static lantai.search.Samples.marked;
import static lantai.search.Samples.owned;
import static lantai.search.Samples.search;
import static lantai.search.Samples.titles;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PersonalNumberSearchTest {
    private static final String NUMBER = "990101198506141239";

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder, Samples.settings());
        fill(
                index,
                owned(uncoded("甲", "无", "张三，身份证号" + NUMBER + "，住院"), Optional.empty(), Optional.empty(), "张三"),
                owned(uncoded("乙", "李四，990101197811110565"), Optional.empty(), Optional.empty(), "李四"),
                uncoded("丙" + NUMBER));
    }

    private static IndexedItem uncoded(String title, String... pages) {
        return Samples.coded(item(title, pages), "", "");
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aWholeNumberIsFoundByItsHashHoweverItIsTyped() {
        for (String typed : List.of(NUMBER, "990101 19850614 1239", "９９０１０１１９８５０６１４１２３９", "号码" + NUMBER)) {
            assertThat(titles(index, typed).size()).as(typed).isEqualTo(typed.startsWith("号") ? 0 : 2);
        }
        assertThat(titles(index, "990101197811110565 李四")).containsExactly("乙");
    }

    @Test
    void theHitShowsTheNumberMaskedAndMarked() {
        var hit = search(index, NUMBER + " 住院").hits().getFirst();
        assertThat(hit.page()).isEqualTo(2);
        assertThat(marked(hit.snippet().text(), hit.snippet().marks())).containsExactly("990101********1239", "住院");
        assertThat(search(index, NUMBER).understood().parts())
                .containsExactly(new Understood.Part(Understood.Kind.PERSONAL_NUMBER, "990101********1239", List.of()));
        assertThat(titles(index, NUMBER)).contains("丙990101********1239");
    }

    @Test
    void noPieceOfANumberIsFound() {
        for (int from = 0; from < NUMBER.length(); from++) {
            for (int to = from + 2; to <= NUMBER.length() && to - from < NUMBER.length(); to++) {
                String piece = NUMBER.substring(from, to);
                assertThat(search(index, piece).hits()).as(piece).isEmpty();
            }
        }
    }

    @Test
    void theLastFourAreFoundTogetherWithTheNameOnly() {
        assertThat(titles(index, "张三 1239")).containsExactly("甲");
        assertThat(titles(index, "张三1239")).containsExactly("甲");
        assertThat(titles(index, "李四 1239")).isEmpty();
        assertThat(titles(index, "张三 0565")).isEmpty();
        assertThat(titles(index, "1239")).isEmpty();
        var hit = search(index, "张三 1239").hits().getFirst();
        assertThat(marked(hit.snippet().text(), hit.snippet().marks())).containsExactly("张三", "990101********1239");
    }

    @Test
    void theViewerFindsTheNumberOnThePage() {
        var match = index.matcher(SearchQuery.of(NUMBER));
        assertThat(match.find("号 990101 19850614 1239 。")).containsExactly(new Range(2, 22));
        assertThat(match.find("990101197811110565")).isEmpty();
    }

    @Test
    void noFileOfTheIndexHoldsTheNumber() throws IOException {
        index.commit();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(NUMBER) || bytes.contains("19850614"))
                        .as(file.getFileName().toString())
                        .isFalse();
            }
        }
    }

    @Test
    void theItemsOfAKnownPersonAreFoundByHisNumber() {
        var person = new UUID(7, 1);
        var settings = Samples.settings()
                .withPersons(number -> number.equals(NUMBER) ? Optional.of(person) : Optional.empty());
        try (var known = SearchIndex.open(folder.resolve("known"), settings)) {
            fill(
                    known,
                    owned(item("本人", "无号码"), Optional.empty(), Optional.of(person)),
                    owned(item("他人", "无号码"), Optional.empty(), Optional.of(new UUID(7, 2))));
            assertThat(titles(known, NUMBER)).containsExactly("本人");
            assertThat(titles(known, NUMBER + " 号码")).containsExactly("本人");
            assertThat(titles(known, "990101197811110565")).isEmpty();
        }
    }

    @Test
    void numbersInOtherTextsAreHiddenToo() {
        fill(
                index,
                new IndexedItem(
                        new UUID(9, 9),
                        "",
                        "丁",
                        "WS",
                        2025,
                        "",
                        "",
                        "王五" + NUMBER,
                        "号" + NUMBER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of("王五" + NUMBER),
                        List.of(),
                        1));
        var hit = search(index, NUMBER + " 王五").hits().getFirst();
        assertThat(hit.responsible()).isEqualTo("王五990101********1239");
        assertThat(hit.documentNumber()).isEqualTo("号990101********1239");
    }
}
