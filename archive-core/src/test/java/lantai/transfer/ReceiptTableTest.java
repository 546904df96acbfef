package lantai.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.Malformed;
import lantai.storage.Fixity;
import org.junit.jupiter.api.Test;

/** What the archives answer, compared with what went out; each mismatch is a finding of its own. */
class ReceiptTableTest {
    private static final String FIRST = "J057-WS·2001-Y-0001";
    private static final String SECOND = "J057-WS·2001-Y-0002";
    private static final String SHA = "a".repeat(64);
    private static final String SM3 = "b".repeat(64);

    private final ReceiptTable table = new ReceiptTable(List.of(entry(1, FIRST), entry(2, SECOND)));

    @Test
    void ourOwnFormWithTitleAndNotesIsTaken() {
        table.compare(List.of(
                List.of("移交接收回执"),
                List.of("清册 YJ-2026-001"),
                List.of("档号", "数字摘要（SM3）", "接收结果", "说明"),
                List.of(FIRST, SM3, "接收", ""),
                List.of(SECOND, SHA.toUpperCase(java.util.Locale.ROOT), "退回", "打不开"),
                List.of("填写：接收结果写“接收”或“退回”", "", "", "")));
        assertThat(table.findings()).isEmpty();
        assertThat(table.answers())
                .extracting(ReceiptTable.Answered::answer)
                .containsExactly(Answer.ACCEPTED, Answer.REFUSED);
        assertThat(table.answers().getLast().remark()).isEqualTo("打不开");
    }

    @Test
    void lookAlikeDotsAndWideLettersAreTheSameCode() {
        table.compare(List.of(
                List.of("referenceCode", "sm3", "answer"),
                List.of("Ｊ057-WS•2001-Y-0001", SM3, "accepted"),
                List.of(" j057-ws・2001-y-0002 ", SHA, "Accepted")));
        assertThat(table.findings()).isEmpty();
        assertThat(table.answers()).hasSize(2);
    }

    @Test
    void eachMismatchIsAFindingWithItsRow() {
        table.compare(List.of(
                List.of("档号", "数字摘要", "接收结果", "说明"),
                List.of(FIRST, SHA.replace('a', 'c'), "接收"),
                List.of("J057-WS·2001-Y-0009", SM3, "接收"),
                List.of(FIRST, "", "接收"),
                List.of(FIRST, SM3, ""),
                List.of(FIRST, SM3, "也许"),
                List.of(FIRST, SM3, "退回"),
                List.of(FIRST, SM3, "接收"),
                List.of(FIRST, SM3, "接收")));
        assertThat(table.findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly(
                        "2 digest-differs",
                        "3 unknown",
                        "4 digest-missing",
                        "5 answer-missing",
                        "6 answer-unknown",
                        "7 reason-missing",
                        "9 twice",
                        "0 missing");
        assertThat(table.findings().getLast().values()).containsExactly(SECOND);
    }

    @Test
    void aTableWithoutTheColumnsIsRefusedAsAWhole() {
        assertThatThrownBy(() -> table.compare(List.of())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> table.compare(List.of(List.of("a", "b")))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> table.compare(List.of(List.of("档号", "接收结果"))))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.values()).containsExactly("数字摘要"));
    }

    @Test
    void textIsReadInBothEncodingsAndWithEverySeparator() {
        var rows = List.of(List.of("档号", "说明"), List.of("x", "一\"二\"，\n三"));
        var text = "档号;说明\r\nx;\"一\"\"二\"\"，\n三\"\r\n";
        assertThat(DelimitedText.parse(text.getBytes(StandardCharsets.UTF_8))).contains(rows);
        assertThat(DelimitedText.parse(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .contains(rows);
        assertThat(DelimitedText.parse(text.replace(';', ',').getBytes(Charset.forName("GB18030"))))
                .contains(rows);
        assertThat(DelimitedText.parse(text.replace(';', '\t').getBytes(StandardCharsets.UTF_8)))
                .contains(rows);
        assertThat(DelimitedText.parse(new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xFF, (byte) 0xFF}))
                .isEmpty();
    }

    private static TransferEntry entry(int ordinal, String code) {
        return new TransferEntry(
                ordinal,
                UUID.randomUUID(),
                code,
                "样例",
                "",
                Optional.empty(),
                2001,
                "Y",
                1,
                1,
                1,
                false,
                "",
                "",
                Optional.empty(),
                Optional.of(new TransferEntry.Packed("电子档案/" + ordinal, new Fixity(SHA, SM3, 1))),
                Answer.PENDING,
                "");
    }
}
