package lantai.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lantai.problem.Malformed;
import org.junit.jupiter.api.Test;

/** The shipped schedule, and what a schedule may not say. */
class RetentionScheduleTest {
    private final RetentionSchedule shipped = RetentionSchedule.parse(RetentionRules.shipped());

    @Test
    void theShippedScheduleSaysWhatTheSourcesSay() {
        assertThat(shipped.groups().keySet())
                .containsExactly(
                        "GL", "ZJ", "YB", "SY", "TJ", "JH", "ZX", "KU", "WS", "KJ", "SJ", "YJ", "WY", "MT", "LY", "LX",
                        "ZP", "SW");
        assertThat(code("GL 1.1")).isEqualTo("Y");
        assertThat(code("GL 1.2")).isEqualTo("D100");
        assertThat(code("GL 1.5")).isEqualTo("D50");
        assertThat(code("YB 4.4")).isEqualTo("D10");
        assertThat(code("YB 4.6")).isEqualTo("D30");
        assertThat(code("TJ 8.3")).isEqualTo("D10");
        assertThat(code("KU 1")).isEqualTo("D30");
        assertThat(code("KU 3")).isEqualTo("E5");
        assertThat(row("KU 3").event()).isEqualTo("固定资产报废清理");
        assertThat(row("KU 3").minimum()).isTrue();
        assertThat(row("WS 1").minimum()).isFalse();
        assertThat(shipped.title()).isEqualTo("医疗保障经办档案保管期限表");
        assertThat(shipped.bases().get("O79")).contains("会计档案管理办法");
        assertThat(shipped.rows()).hasSize(67);
    }

    @Test
    void whatTheAgencyHasNotConfirmedIsNotOfficial() {
        assertThat(row("YB 4.3").evidence()).isEqualTo(Evidence.PROPOSED);
        assertThat(row("YB 4.4").evidence()).isEqualTo(Evidence.SOURCE);
        assertThat(shipped.official())
                .contains(row("YB 4.4"))
                .doesNotContain(row("YB 4.3"))
                .allSatisfy(row -> assertThat(row.evidence()).isNotEqualTo(Evidence.PROPOSED));
        assertThat(Evidence.AGENCY.official()).isTrue();
        assertThat(Evidence.PROPOSED.mark()).isEqualTo("K");
    }

    @Test
    void aKindFindsItsRow() {
        assertThat(shipped.ofKind("claim-reimbursement")).contains(row("YB 4.4"));
        assertThat(shipped.ofKind("nothing-such")).isEmpty();
        assertThat(shipped.ofGroup("SY"))
                .extracting(RetentionRow::number)
                .containsExactly("7.1", "7.2", "7.3", "7.5", "7.6");
    }

    @Test
    void aWrongRowIsNamedWithItsValue() {
        refused(row("GL", "1", "D30", "", "O3", "S", "a"), row("GL", "1", "D10", "", "O3", "S", "b"), "GL 1");
        refused(row("GL", "1", "D30", "", "O3", "S", "a"), row("GL", "2", "D10", "", "O3", "S", "a"), "\"a\"");
        refused(row("XX", "1", "D30", "", "O3", "S", "a"), "\"XX\"");
        refused(row("GL", "1", "D300", "", "O3", "S", "a"), "\"D300\"");
        refused(row("GL", "1", "E5", "", "O3", "S", "a"), "AN_EVENT");
        refused(row("GL", "1", "D5", "scrapped", "O3", "S", "a"), "\"scrapped\"");
        refused(row("GL", "1", "D5", "", "O4", "S", "a"), "\"O4\"");
        refused(row("GL", "1", "D5", "", "O3", "Z", "a"), "\"Z\"");
        refused("{\"group\":\"GL\",\"number\":\"1\"}", "GL 1/material");
        refused(
                "{\"group\":\"GL\",\"number\":\"1\",\"material\":\" \",\"term\":\"Y\",\"basis\":\"O3\",\"evidence\":\"S\"}",
                "GL 1");
    }

    @Test
    void aTextThatIsNoScheduleIsRefused() {
        for (var wrong : List.of("", "[]", "{\"rows\": 7}", "{}", "{\"title\":\"x\",\"surprise\":1}")) {
            assertThatThrownBy(() -> RetentionSchedule.parse(wrong)).as(wrong).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void aGoodScheduleIsRead() {
        var good = RetentionSchedule.parse(table(row("GL", "1", "E5", "scrapped", "O3", "A", "a")));
        assertThat(good.rows())
                .containsExactly(new RetentionRow(
                        "GL",
                        "1",
                        "材料",
                        new RetentionPeriod.YearsAfterEvent(5),
                        "scrapped",
                        "O3",
                        Evidence.AGENCY,
                        true,
                        List.of("a")));
        assertThat(good.groups()).isEqualTo(Map.of("GL", "管理类"));
        assertThat(good.official()).hasSize(1);
    }

    private String code(String label) {
        return row(label).period().code();
    }

    private RetentionRow row(String label) {
        return shipped.rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String row, String named) {
        assertThatThrownBy(() -> RetentionSchedule.parse(table(row)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(named);
    }

    private static void refused(String row, String second, String named) {
        refused(row + "," + second, named);
    }

    private static String table(String rows) {
        return "{\"title\":\"表\",\"groups\":{\"GL\":\"管理类\"},\"bases\":{\"O3\":\"令\"},\"rows\":[" + rows + "]}";
    }

    private static String row(
            String group, String number, String term, String event, String basis, String evidence, String kind) {
        return "{\"group\":\"%s\",\"number\":\"%s\",\"material\":\"材料\",\"term\":\"%s\",\"event\":\"%s\",\"basis\":\"%s\",\"evidence\":\"%s\",\"minimum\":true,\"kinds\":[\"%s\"]}"
                .formatted(group, number, term, event, basis, evidence, kind);
    }
}
