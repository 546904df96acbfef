package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lantai.problem.Malformed;
import org.junit.jupiter.api.Test;

/** What decisions about documents teach. */
class LearnedTest {
    private static final String KIND = "care-assessment";
    private final KindRules rules = KindRules.standard();

    /** A layout that no rule knows, with other names and numbers each time. */
    private static ReadDocument unknown(int number) {
        return new Paper()
                .title(200, "起居能力观察随访表")
                .row(500, "被观察对象", "样例" + number, "观察员", "甲" + number)
                .row(600, "进食", "能自理", "穿衣", "需协助")
                .row(700, "如厕", "需协助", "行走", number % 2 == 0 ? "能自理" : "需协助")
                .row(800, "观察得分", "" + (40 + number), "观察等级", "二级")
                .line(1600, 2600, "2025年3月" + (10 + number) + "日")
                .document();
    }

    private Learned afterThree() {
        Learned learned = Learned.nothing();
        for (int i = 1; i <= 3; i++) {
            learned = learned.with(new Correction(unknown(i), KIND));
        }
        return learned;
    }

    @Test
    void threeCorrectionsDecideTheFourthDocumentOfAnUnknownLayout() {
        Proposal before = new Proposer(rules, Learned.nothing()).propose(unknown(4));
        assertThat(before.value(Field.KIND)).isNotEqualTo(java.util.Optional.of(KIND));
        Proposal after = new Proposer(rules, afterThree()).propose(unknown(4));
        assertThat(after.best(Field.KIND)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo(KIND);
            assertThat(best.confidence()).isGreaterThan(0.8);
        });
        assertThat(after.value(Field.CATEGORY)).contains("YW");
    }

    @Test
    void theyAlsoOverruleARuleThatWasWrong() {
        Learned learned = Learned.nothing();
        for (int i = 1; i <= 3; i++) {
            learned = learned.with(new Correction(wrongByRule(i), KIND));
        }
        assertThat(new Proposer(rules, Learned.nothing())
                        .propose(wrongByRule(4))
                        .value(Field.KIND))
                .contains("accounting-voucher");
        assertThat(new Proposer(rules, learned).propose(wrongByRule(4)).value(Field.KIND))
                .contains(KIND);
    }

    private static ReadDocument wrongByRule(int number) {
        return new Paper()
                .title(200, "护理服务记账凭证")
                .row(500, "服务对象", "样例" + number, "护理员", "乙" + number)
                .row(600, "翻身", "三次", "喂饭", "两次")
                .row(700, "擦洗", "每日一次", "换药", "隔日一次")
                .line(240, 900, "以上服务由护理员当日填写，服务对象或家属核对后签名。")
                .document();
    }

    @Test
    void otherDocumentsAreNotDrawnIn() {
        Proposal proposal = new Paper()
                .title(200, "记账凭证")
                .row(500, "摘要", "总账科目", "借方金额", "贷方金额")
                .proposal();
        Proposal after = new Proposer(rules, afterThree())
                .propose(new Paper()
                        .title(200, "记账凭证")
                        .row(500, "摘要", "总账科目", "借方金额", "贷方金额")
                        .document());
        assertThat(after.value(Field.KIND))
                .isEqualTo(proposal.value(Field.KIND))
                .contains("accounting-voucher");
    }

    @Test
    void aSnapshotIsNotChangedByTheNextOne() {
        Learned one = Learned.nothing().with(new Correction(unknown(1), KIND));
        Learned two = one.with(new Correction(unknown(2), KIND));
        assertThat(one.documents(KIND)).isEqualTo(1);
        assertThat(two.documents(KIND)).isEqualTo(2);
        assertThat(Learned.nothing().documents(KIND)).isZero();
    }

    @Test
    void aLessonIsWrittenAndReadBack() throws IOException {
        var lesson = afterThree().lessons().get(KIND);
        var bytes = new ByteArrayOutputStream();
        lesson.write(bytes);
        assertThat(Learned.Lesson.parse(new ByteArrayInputStream(bytes.toByteArray())))
                .isEqualTo(lesson);
        assertThat(lesson.documents()).isEqualTo(3);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("样例1");
    }

    @Test
    void theReasonNamesWordsThatEarlierDocumentsHadToo() {
        Proposal after = new Proposer(rules, afterThree()).propose(unknown(4));
        assertThat(after.best(Field.KIND))
                .hasValueSatisfying(best -> assertThat(best.words())
                        .isNotEmpty()
                        .allSatisfy(word -> assertThat("起居能力观察随访表被观察对象观察员进食穿衣如厕行走观察得分观察等级能自理需协助二级")
                                .contains(word)));
    }

    @Test
    void aFormThatIsNoLongerUsedFades() {
        var lesson = Learned.Lesson.none();
        for (int i = 0; i < 2; i++) {
            lesson = lesson.with(wrongByRule(i));
        }
        for (int i = 0; i < 1600; i++) {
            lesson = lesson.with(unknown(1));
        }
        assertThat(lesson.documents()).isLessThanOrEqualTo(400);
        assertThat(lesson.text()).containsKey("进食").doesNotContainKey("翻身");
    }

    @Test
    void whatIsNoLessonIsRefused() {
        for (String text : new String[] {"", "{", "[]", "{\"version\":1}"}) {
            var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            assertThatExceptionOfType(Malformed.class).as(text).isThrownBy(() -> Learned.Lesson.parse(in));
        }
    }
}
