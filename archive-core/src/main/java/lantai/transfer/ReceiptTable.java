package lantai.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lantai.problem.Malformed;
import lantai.record.ReferenceCode;

/**
 * A receipt as a table: reference code, digest of the package, what was decided, and why. Compared with what was handed over; every
 * record must be answered, each once, under the digest under which it went out.
 */
final class ReceiptTable {
    private static final Map<String, Set<String>> COLUMNS = new TreeMap<>(Map.of(
            "档号", Set.of("档号", "referencecode"),
            "数字摘要", Set.of("数字摘要", "数字摘要（sm3）", "数字摘要(sm3)", "摘要", "sm3", "sha-256", "sha256", "digest"),
            "接收结果", Set.of("接收结果", "结果", "意见", "answer"),
            "说明", Set.of("说明", "原因", "退回原因", "备注", "remark")));
    private static final Set<String> ACCEPTED = Set.of("接收", "已接收", "同意接收", "合格", "accepted", "accept");
    private static final Set<String> REFUSED = Set.of("退回", "已退回", "拒收", "不接收", "不合格", "refused", "refuse");

    private final Map<String, TransferEntry> expected = new TreeMap<>();
    private final Map<String, Answered> answers = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    ReceiptTable(List<TransferEntry> entries) {
        entries.forEach(entry -> expected.put(entry.referenceCode(), entry));
    }

    /** What was said of one record. */
    record Answered(TransferEntry entry, Answer answer, String remark) {}

    List<Answered> answers() {
        return List.copyOf(answers.values());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Compares a table.
     *
     * @param rows the heading first
     * @throws Malformed when there is nothing in it or a column is missing
     */
    void compare(List<List<String>> rows) {
        var heading = 0;
        while (heading < rows.size() && !places(rows.get(heading)).containsKey("档号")) {
            heading++;
        }
        if (heading >= rows.size()) {
            throw rows.isEmpty()
                    ? new Malformed(TransferProblem.RECEIPT_EMPTY)
                    : new Malformed(TransferProblem.RECEIPT_COLUMNS, "档号、数字摘要、接收结果");
        }
        var places = places(rows.get(heading));
        var missing = List.of("数字摘要", "接收结果").stream()
                .filter(column -> !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new Malformed(TransferProblem.RECEIPT_COLUMNS, String.join("、", missing));
        }
        for (var row = heading + 1; row < rows.size(); row++) {
            line(row + 1, rows.get(row), places);
        }
        expected.keySet().stream()
                .filter(code -> !answers.containsKey(code))
                .filter(code ->
                        findings.stream().noneMatch(finding -> finding.values().contains(code)))
                .forEach(code -> findings.add(Finding.of(0, "missing", code)));
    }

    private static Map<String, Integer> places(List<String> heading) {
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < heading.size(); i++) {
            var cell = heading.get(i).strip().toLowerCase(Locale.ROOT);
            for (var column : COLUMNS.entrySet()) {
                if (column.getValue().contains(cell)) {
                    places.putIfAbsent(column.getKey(), i);
                }
            }
        }
        return places;
    }

    private static String cell(List<String> row, Map<String, Integer> places, String column) {
        return Optional.ofNullable(places.get(column))
                .filter(place -> place < row.size())
                .map(place -> row.get(place).strip())
                .orElse("");
    }

    private void line(int number, List<String> row, Map<String, Integer> places) {
        var typed = cell(row, places, "档号");
        if (row.stream().allMatch(String::isBlank) || isNote(typed)) {
            return;
        }
        var code = ReferenceCode.parse(typed).map(ReferenceCode::text).orElse(typed);
        var entry = Optional.ofNullable(expected.get(code));
        if (entry.isEmpty()) {
            findings.add(Finding.of(number, "unknown", typed));
            return;
        }
        var digest = cell(row, places, "数字摘要").toLowerCase(Locale.ROOT);
        var packed = entry.get().packed().orElseThrow().fixity();
        if (!digest.equals(packed.sm3()) && !digest.equals(packed.sha256())) {
            findings.add(Finding.of(number, digest.isEmpty() ? "digest-missing" : "digest-differs", code, digest));
            return;
        }
        var word = cell(row, places, "接收结果");
        var answer = answer(word);
        var remark = cell(row, places, "说明");
        if (answer == Answer.PENDING) {
            findings.add(Finding.of(number, word.isEmpty() ? "answer-missing" : "answer-unknown", code, word));
        } else if (answer == Answer.REFUSED && remark.isEmpty()) {
            findings.add(Finding.of(number, "reason-missing", code));
        } else if (answers.putIfAbsent(code, new Answered(entry.get(), answer, remark)) != null) {
            findings.add(Finding.of(number, "twice", code));
        }
    }

    /** What stands below the table on our own form: a line that begins with no fonds number. */
    private static boolean isNote(String typed) {
        return typed.isEmpty() || !typed.matches("\\s*[A-Za-zＡ-Ｚａ-ｚ0-9].*");
    }

    private static Answer answer(String word) {
        var plain = word.toLowerCase(Locale.ROOT);
        if (ACCEPTED.contains(plain)) {
            return Answer.ACCEPTED;
        }
        return REFUSED.contains(plain) ? Answer.REFUSED : Answer.PENDING;
    }
}
