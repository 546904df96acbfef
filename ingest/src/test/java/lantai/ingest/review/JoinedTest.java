package lantai.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.propose.Evidence;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.Suggestion;
import lantai.ocr.Box;
import org.junit.jupiter.api.Test;

class JoinedTest {
    private static final Box PLACE = new Box(10, 20, 300, 60);

    @Test
    void whatTwoPapersContradictEachOtherInIsDoubtfulWithBothAndTheirPlaces() {
        var joined = Joined.of(
                paper(2, Map.of(Field.DATE, read(Field.DATE, "2025-03-12", 0.95))),
                paper(1, Map.of(Field.DATE, read(Field.DATE, "2024-06-03", 0.97))));
        var date = joined.get(Field.DATE);
        assertThat(date.value()).isEqualTo("2025-03-12");
        assertThat(date.contested()).isTrue();
        assertThat(date.confidence()).isEqualTo(0.5);
        assertThat(date.candidates()).extracting(Suggestion::value).containsExactly("2025-03-12", "2024-06-03");
        assertThat(date.candidates())
                .extracting(one -> one.evidence().orElseThrow().page())
                .containsExactly(1, 3);
        assertThat(Joined.parted(joined)).isEmpty();
    }

    @Test
    void whatPersonsSaidOfBothIsNotForgotten() {
        var joined = Joined.of(
                paper(
                        1,
                        Map.of(
                                Field.TITLE, new FieldValue("参保登记表", true, List.of()),
                                Field.YEAR, new FieldValue("2025", true, List.of()))),
                paper(
                        1,
                        Map.of(
                                Field.TITLE, new FieldValue("手工报销审核单", true, List.of()),
                                Field.YEAR, new FieldValue("2025", true, List.of()),
                                Field.AMOUNT, new FieldValue("12.00", true, List.of()))));
        assertThat(joined.get(Field.TITLE).confirmed()).isFalse();
        assertThat(joined.get(Field.TITLE).candidates())
                .extracting(Suggestion::value)
                .containsExactly("参保登记表", "手工报销审核单");
        assertThat(joined.get(Field.YEAR).confirmed()).isTrue();
        assertThat(joined.get(Field.AMOUNT).confirmed()).isTrue();
    }

    @Test
    void aWeakGuessOnTheSecondPageDoesNotMakeTheFirstDoubtful() {
        var joined = Joined.of(
                paper(1, Map.of(Field.TITLE, read(Field.TITLE, "参保登记表", 0.95))),
                paper(1, Map.of(Field.TITLE, read(Field.TITLE, "续页", 0.4))));
        assertThat(joined.get(Field.TITLE).contested()).isFalse();
        assertThat(joined.get(Field.TITLE).confidence()).isEqualTo(0.95);
    }

    @Test
    void aThirdPaperJoinsTheQuarrel() {
        var two = Joined.of(
                paper(1, Map.of(Field.DATE, read(Field.DATE, "2025-03-12", 0.95))),
                paper(1, Map.of(Field.DATE, read(Field.DATE, "2024-06-03", 0.97))));
        var three = Joined.of(paper(2, two), paper(1, Map.of(Field.DATE, read(Field.DATE, "2023-01-02", 0.9))));
        assertThat(three.get(Field.DATE).candidates())
                .extracting(Suggestion::value)
                .containsExactlyInAnyOrder("2025-03-12", "2024-06-03", "2023-01-02");
        assertThat(three.get(Field.DATE).contested()).isTrue();
    }

    private static FieldValue read(Field field, String value, double confidence) {
        return new FieldValue(
                value,
                false,
                List.of(new Suggestion(
                        field, value, value, confidence, Optional.of(new Evidence(1, PLACE)), "label-inline")));
    }

    private static Document paper(int pages, Map<Field, FieldValue> fields) {
        var all = java.util.stream.IntStream.rangeClosed(1, pages)
                .mapToObj(page -> new DocumentPage(page, UUID.randomUUID(), 1, 0))
                .toList();
        return new Document(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                DocumentState.PROPOSED,
                fields,
                Optional.empty(),
                0,
                all,
                Map.of());
    }
}
