package lantai.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.search.PersonalNumbers;
import lantai.search.SearchIndex;
import lantai.search.SearchQuery;
import lantai.search.SearchSettings;
import lantai.search.TextMatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageWordsTest {
    @TempDir
    private java.nio.file.Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder, SearchSettings.of(number -> number));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private TextMatch match(String question) {
        return index.matcher(SearchQuery.of(question));
    }

    /** A line whose characters are 10 wide and 20 high; blanks have no glyph. */
    private static TextLine line(String text, double left, double top, int row, boolean glyphs) {
        var box = new Box(left, top, left + 10.0 * text.length(), top + 20);
        List<Glyph> places = new ArrayList<>();
        for (var i = 0; glyphs && i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                places.add(new Glyph(
                        text.substring(i, i + 1), new Box(left + 10 * i, top, left + 10 * i + 10, top + 20), 1));
            }
        }
        return new TextLine(Quad.of(box), text, 1, places, row);
    }

    private static PageText page(TextLine... lines) {
        return new PageText(1000, 1000, 100, 0, List.of(lines), "test", "");
    }

    @Test
    void aWordIsBoxedByItsCharacters() {
        var words = PageWords.of(page(line("样例 养老保险 登记表", 100, 50, 0, true)), match("登记表"), PersonalNumbers::masked);
        assertThat(words.boxes()).containsExactly(new Box(180, 50, 210, 70));
        assertThat(words.similar()).isFalse();
        assertThat(words.rows().getFirst().cells().getFirst()).last().isEqualTo(new PageWords.Piece("登记表", true));
    }

    @Test
    void withoutPlacesOfCharactersTheShareOfTheLineIsBoxed() {
        var words = PageWords.of(page(line("参保登记表", 100, 50, 0, false)), match("登记表"), PersonalNumbers::masked);
        assertThat(words.boxes()).containsExactly(new Box(120, 50, 150, 70));
    }

    @Test
    void aWordThatBreaksAcrossLinesHasABoxOnEach() {
        var words = PageWords.of(
                page(line("参保登", 0, 0, 0, true), line("记表", 0, 30, 1, true)), match("登记表"), PersonalNumbers::masked);
        assertThat(words.boxes()).containsExactly(new Box(20, 0, 30, 20), new Box(0, 30, 20, 50));
        assertThat(words.rows()).hasSize(2);
    }

    @Test
    void cellsSideBySideStandInOneRow() {
        var words = PageWords.of(
                page(line("姓名", 0, 0, 0, true), line("李样例", 100, 0, 0, true)), match(""), PersonalNumbers::masked);
        assertThat(words.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).hasSize(2));
        assertThat(words.boxes()).isEmpty();
    }

    @Test
    void aPersonalNumberIsMaskedInTheTextAndBoxedOnThePaper() {
        var words = PageWords.of(
                page(line("身份证号 990101197811110565", 0, 0, 0, true)),
                match("990101197811110565"),
                PersonalNumbers::masked);
        assertThat(words.boxes()).containsExactly(new Box(50, 0, 230, 20));
        assertThat(words.rows().toString()).contains("990101********0565").doesNotContain("19781111");
    }

    @Test
    void aWordReadWronglyIsFoundAsSimilar() {
        var words =
                PageWords.of(page(line("城乡居民养老保验参保登记表", 0, 0, 0, true)), match("居民养老保险参保登记"), PersonalNumbers::masked);
        assertThat(words.similar()).isTrue();
        assertThat(words.boxes()).isNotEmpty();
    }

    @Test
    void structuredTextIsMarkedBetweenItsElementsAndStaysEscaped() {
        assertThat(StructuredText.marked(
                        "<p>a &amp; b &lt;登记&gt; <b>登记表</b></p>", match("登记"), PersonalNumbers::masked))
                .isEqualTo("<p>a &amp; b &lt;<mark>登记</mark>&gt; <b><mark>登记</mark>表</b></p>");
    }

    @Test
    void structuredTextHidesPersonalNumbers() {
        assertThat(StructuredText.marked("<td>990101197811110565</td>", match(""), PersonalNumbers::masked))
                .isEqualTo("<td>990101********0565</td>");
    }
}
