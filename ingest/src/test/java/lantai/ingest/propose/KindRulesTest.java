package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.retention.RetentionPeriod;
import lantai.retention.RetentionRules;
import lantai.retention.RetentionSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as data. */
class KindRulesTest {
    private static final String KIND = """
            {"version": "1", "kinds": [{"code": "a-form", "name": "样例表", "category": "YW", "retention": "D10",
              "evidence": "K", "link": "YB 4.1", "expects": ["date"],
              "amount": ["费用合计"], "date": ["申请日期"], "title": {"样例表": 5}}],
              "labels": {"person": {"姓名": 0.9}}}
            """;

    private static KindRules parse(String json) throws IOException {
        return KindRules.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theShippedRulesCoverEveryCategory() {
        KindRules rules = KindRules.standard();
        assertThat(rules.kinds()).hasSizeGreaterThan(60);
        assertThat(rules.kinds()).extracting(KindRule::category).contains(Category.values());
        assertThat(rules.kinds())
                .filteredOn(kind -> kind.retention().equals(new RetentionPeriod.Permanent()))
                .extracting(KindRule::code)
                .contains("unit-enrolment", "statistics-year", "financial-report-year");
    }

    @Test
    void everyKindIsKeptAsLongAsItsRowOfTheScheduleSays() {
        KindRules rules = KindRules.standard();
        var schedule = RetentionSchedule.parse(RetentionRules.shipped());
        assertThat(schedule.rows())
                .allSatisfy(row -> assertThat(row.kinds()).allSatisfy(code -> {
                    var kind = rules.kind(code).orElseThrow(() -> new AssertionError(row.label() + " names " + code));
                    assertThat(kind.retention()).as(code).isEqualTo(row.period());
                    assertThat(kind.confirmed())
                            .as(code)
                            .isEqualTo(row.evidence().official());
                }));
    }

    @Test
    void rulesAreWrittenAndReadBack() throws IOException {
        KindRules rules = KindRules.standard();
        var bytes = new ByteArrayOutputStream();
        rules.write(bytes);
        assertThat(KindRules.parse(new ByteArrayInputStream(bytes.toByteArray())))
                .isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"YW\"|\"XX\"|kinds[0].category",
                "\"D10\"|\"10\"|kinds[0].retention",
                "\"a-form\"|\"A Form\"|kinds[0].code",
                "\"K\"|\"Q\"|kinds[0].evidence",
                "[\"date\"]|[\"day\"]|kinds[0].expects",
                "[\"费用合计\"]|[\" \"]|kinds[0].amount",
                "[\"申请日期\"]|[7]|kinds[0].date",
                "{\"样例表\": 5}|{\"样例表\": 500}|kinds[0].title",
                "{\"样例表\": 5}|{\" \": 5}|kinds[0].title",
                "\"name\"|\"nama\"|nama",
                "\"person\"|\"people\"|people",
                "0.9|9|labels.person"
            })
    void eachMistakeIsToldWithItsPlace(String right, String wrong, String place) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> parse(KIND.replace(right, wrong)))
                .withMessageContaining(place)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(ProposeProblem.RULE_INVALID));
    }

    @Test
    void whatIsNoJsonIsToldWithItsLine() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> parse("{\n\"kinds\": ["))
                .withMessageContaining("\"2\"")
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(ProposeProblem.RULES_UNREADABLE));
    }

    @Test
    void aLabelThatOnlyAKindNamesIsALabelAllTheSame() throws IOException {
        KindRules rules = parse(KIND);
        assertThat(rules.vocabulary())
                .extracting(Label::text, Label::role)
                .containsExactly(
                        tuple("姓名", LabelRole.PERSON), tuple("费用合计", LabelRole.AMOUNT), tuple("申请日期", LabelRole.DATE));
        assertThat(rules.labels()).hasSize(1);
    }

    @Test
    void theSampleItselfIsRight() throws IOException {
        assertThat(parse(KIND).kind("a-form")).hasValueSatisfying(kind -> {
            assertThat(kind.name()).isEqualTo("样例表");
            assertThat(kind.confirmed()).isFalse();
        });
    }
}
