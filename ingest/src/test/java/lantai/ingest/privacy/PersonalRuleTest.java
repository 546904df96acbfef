package lantai.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.Suggestion;
import lantai.ingest.review.FieldValue;
import lantai.problem.Malformed;
import lantai.record.Item;
import lantai.record.Origin;
import lantai.record.Privacy;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as personal. Whatever is not shown to be impersonal is personal. */
class PersonalRuleTest {
    private static final PersonalRule RULE = PersonalRule.parse(PersonalRule.shipped());

    private static Item item(Category category, String kind, Optional<UUID> person) {
        return new Item(
                new UUID(1, 1),
                new ReferenceCode("J057-WS·2025-D30-0001"),
                "J057",
                category,
                kind,
                "",
                2025,
                new RetentionPeriod.Permanent(),
                "样例",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                person,
                Privacy.UNJUDGED,
                Origin.UNKNOWN,
                1,
                "urn:uuid:" + new UUID(1, 1),
                1,
                Instant.EPOCH,
                "archivist",
                1);
    }

    private static Evidence notice(String... pages) {
        return evidence(item(Category.WS, "red-header", Optional.empty()), Map.of(), pages);
    }

    private static Evidence evidence(Item item, Map<Field, FieldValue> fields, String... pages) {
        return new Evidence(
                item,
                fields,
                List.of("样例.pdf"),
                List.of(pages).stream().map(Optional::of).toList());
    }

    private static boolean isPersonal(Evidence evidence) {
        return RULE.isPersonal(
                evidence, KindRules.standard().kind(evidence.item().kind()));
    }

    @Test
    void aNoticeWithoutNamesAndNumbersIsImpersonal() {
        assertThat(isPersonal(notice("关于做好样例工作的通知", "附件：金额 1,234.00 元"))).isFalse();
    }

    @Test
    void whatIsTiedToAPersonIsPersonal() {
        var tied = item(Category.WS, "red-header", Optional.of(new UUID(2, 2)));
        assertThat(isPersonal(evidence(tied, Map.of(), "通知"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "990101197811110565",
                "check digit misread: 990101197811110566",
                "990101********0565",
                "990101781111056"
            })
    void anIdentityNumberOnAnyPageMakesItPersonal(String number) {
        assertThat(isPersonal(notice("通知", "附件", "名单 " + number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff-changes", "claim-reimbursement", "letter-visit", "medical-bill", "no-such-kind", ""})
    void aKindThatIsAboutPersonsOrUnknownIsPersonal(String kind) {
        assertThat(isPersonal(evidence(item(Category.YW, kind, Optional.empty()), Map.of(), "样例")))
                .isTrue();
    }

    @Test
    void aNameThatWasOnlyThoughtToBeThereCounts() {
        var doubtful = new FieldValue(
                "", false, List.of(new Suggestion(Field.PERSON_NAME, "样例甲", "样例甲", 0.1, Optional.empty(), "")));
        var notice = item(Category.WS, "red-header", Optional.empty());
        assertThat(isPersonal(evidence(notice, Map.of(Field.PERSON_NAME, doubtful), "通知")))
                .isTrue();
        var author = item(Category.WS, "research-paper", Optional.empty());
        assertThat(isPersonal(evidence(author, Map.of(Field.PERSON_NAME, doubtful), "论文")))
                .as("an author's name alone")
                .isFalse();
    }

    @Test
    void whatWasNotReadIsPersonalAndSoIsPaperWithoutWords() {
        var notice = item(Category.WS, "red-header", Optional.empty());
        assertThat(isPersonal(new Evidence(notice, Map.of(), List.of(), List.of(Optional.of("通知"), Optional.empty()))))
                .isTrue();
        assertThat(isPersonal(notice(" ", ""))).isTrue();
        assertThat(isPersonal(evidence(item(Category.ZP, "photo", Optional.empty()), Map.of(), "")))
                .as("a photograph has no words")
                .isFalse();
    }

    @Test
    void everyNameOfThreeOrFourLettersInTheWordsIsLookedUp() {
        assertThat(RULE.possibleNames(notice("支付李 秀\n兰等，样例")))
                .contains("李秀兰", "付李秀兰", "秀兰等")
                .doesNotContain("李秀", "等样例");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"personalKinds\": [], \"namesInOffice\": [], \"wordless\": [\"XX\"], \"registeredNames\": 3}",
                "{\"personalKinds\": [], \"namesInOffice\": [], \"wordless\": [], \"registeredNames\": 1}"
            })
    void aRuleThatIsNotOneIsRefused(String json) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PersonalRule.parse(json));
    }

    @Test
    void aNameOfSeveralPartsIsFoundInRunningTextWhicheverDotPartsIt() {
        assertThat(RULE.possibleNames(notice("参保人样例古丽·样例江于三月住院", "家属样例阿依・样例提", "样例甲·样例乙·样例丙")))
                .contains("样例古丽·样例江", "样例阿依·样例提", "样例甲·样例乙·样例丙", "样例乙·样例丙");
        assertThat(RULE.seeks("样例古丽·样例江")).isTrue();
    }

    @Test
    void aNameOfTwoLettersIsFoundWhereItStandsAsAName() {
        assertThat(RULE.possibleNames(notice("经查，参保人李样因病住院。", "（王例）", "赵样同志", "由钱例办理")))
                .contains("李样", "王例", "赵样", "钱例");
        assertThat(RULE.possibleNames(notice("全市高样峰林业工作会议")))
                .as("inside of other words")
                .doesNotContain("高样", "样峰");
        assertThat(RULE.seeks("李样")).isTrue();
    }
}
