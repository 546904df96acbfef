package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lantai.ocr.Box;
import org.junit.jupiter.api.Test;

/** How often the proposal is right on the generated pages, read without a mistake. */
class CorpusTest {
    private static final double FLOOR = 0.97;
    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("文号", Field.DOCUMENT_NUMBER),
            Map.entry("凭证号", Field.DOCUMENT_NUMBER),
            Map.entry("题名", Field.TITLE),
            Map.entry("日期", Field.DATE),
            Map.entry("责任者", Field.RESPONSIBLE),
            Map.entry("单位", Field.RESPONSIBLE),
            Map.entry("医院", Field.RESPONSIBLE),
            Map.entry("姓名", Field.PERSON_NAME),
            Map.entry("身份证号", Field.PERSON_ID),
            Map.entry("档号", Field.REFERENCE_CODE),
            Map.entry("金额", Field.AMOUNT));
    private static final Map<String, String> KINDS = Map.of(
            "文书-红头文件", "WS red-header",
            "业务-参保登记表", "YW person-enrolment",
            "业务-医疗费用零星报销审批表", "YW claim-reimbursement",
            "会计-记账凭证", "KU accounting-voucher",
            "文书-卷内目录", "WS archive-catalogue",
            "业务-住院费用结算清单", "YW settlement",
            "文书-工作报告", "WS summary-plan",
            "文书-论文(中英文)", "WS research-paper",
            "业务-门诊慢特病认定申请表", "YW chronic-disease",
            "文书-档案借阅审批单", "WS archive-lending");

    private final Proposer proposer = new Proposer(KindRules.standard(), Learned.nothing());
    private final Map<String, int[]> hits = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    @Test
    void atLeast97OfAHundredFieldsAreRightOnTrueText() throws IOException {
        Optional<Path> folder = Corpus.folder();
        assumeTrue(folder.isPresent(), "skipped: no corpus/ocr-dev below lantai.shared");
        for (Corpus.Sample sample : Corpus.samples(folder.orElseThrow())) {
            Proposal proposal = proposer.propose(sample.document());
            String kind = proposal.value(Field.CATEGORY).orElse("")
                    + ' '
                    + proposal.value(Field.KIND).orElse("");
            count(sample.id(), "kind", KINDS.getOrDefault(sample.kind(), ""), kind);
            sample.fields().forEach((name, value) -> {
                Field field = FIELDS.get(name);
                count(
                        sample.id(),
                        name,
                        normalised(field, value),
                        proposal.value(field).orElse(""));
            });
        }
        assertThat(hits).hasSize(12);
        hits.forEach((name, hit) -> assertThat((double) hit[0] / hit[1])
                .as("%s: %d of %d, %s", name, hit[0], hit[1], misses)
                .isGreaterThanOrEqualTo(FLOOR));
    }

    private void count(String id, String name, String expected, String found) {
        int[] hit = hits.computeIfAbsent(name, _ -> new int[2]);
        hit[1]++;
        if (expected.equals(found)) {
            hit[0]++;
        } else {
            misses.add(id + ' ' + name + " expected " + expected + " but was " + found);
        }
    }

    private static String normalised(Field field, String value) {
        if (field == Field.DATE) {
            Span span = Strip.of(1, value, new Box(0, 0, 1, 1)).whole();
            return PrintedDate.in(span).getFirst().date().toString();
        }
        return field == Field.AMOUNT ? PrintedAmount.value(value).toPlainString() : value;
    }
}
