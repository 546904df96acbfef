package lantai.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.check.ReportContent.Counts;
import lantai.check.ReportContent.Failure;
import lantai.check.ReportContent.Finding;
import lantai.check.ReportContent.Line;
import lantai.check.ReportContent.Reason;
import lantai.record.Item;

/** What a run has found so far. Not thread-safe; its JSON is kept with the run, so that it goes on after a crash. */
final class Tally {
    static final int MOST_FAILURES = 5000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;
    private final CheckPolicy policy;
    private final Words words;
    private final Map<Rule, Counts> counts = new EnumMap<>(Rule.class);
    private final Map<Rule, Map<String, Reason>> reasons = new EnumMap<>(Rule.class);
    private final List<Failure> failures = new ArrayList<>();
    private int leftOut;
    private int records;
    private long bytes;

    Tally(Stage stage, CheckPolicy policy, Words words) {
        this.stage = stage;
        this.policy = policy;
        this.words = words;
    }

    /** What is kept of a tally. */
    record Kept(
            int records,
            long bytes,
            int leftOut,
            Map<Rule, Counts> counts,
            Map<Rule, Map<String, Reason>> reasons,
            List<Failure> failures) {}

    String json() {
        try {
            return JSON.writeValueAsString(new Kept(records, bytes, leftOut, counts, reasons, failures));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes over what was found before; an empty text is nothing. */
    void restore(String json) {
        if (json.isEmpty()) {
            return;
        }
        try {
            var kept = JSON.readValue(json, Kept.class);
            records = kept.records();
            bytes = kept.bytes();
            leftOut = kept.leftOut();
            counts.putAll(kept.counts());
            kept.reasons().forEach((rule, all) -> reasons.put(rule, new LinkedHashMap<>(all)));
            failures.addAll(kept.failures());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Counts a record that was looked at. */
    void seen(long size) {
        records++;
        bytes += size;
    }

    int records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    int leftOut() {
        return leftOut;
    }

    void add(Rule rule, Item item, Judgement judgement) {
        add(rule, item.id().toString(), item.referenceCode().text(), judgement);
    }

    /** @param target in words, for what is no record */
    void add(Rule rule, String target, Judgement judgement) {
        add(rule, "", target, judgement);
    }

    private void add(Rule rule, String item, String target, Judgement judgement) {
        counts.merge(rule, new Counts(0, 0, 0, 0, 0).plus(judgement.outcome()), Tally::sum);
        switch (judgement.outcome()) {
            case PASSED -> {}
            case FAILED -> fail(rule, item, target, judgement.said());
            case NOT_RUN, NOT_APPLICABLE, MANUAL ->
                judgement.said().forEach(said -> reason(rule, judgement.outcome(), said));
        }
    }

    private void fail(Rule rule, String item, String target, List<Said> said) {
        if (failures.size() >= MOST_FAILURES) {
            leftOut++;
            return;
        }
        failures.add(new Failure(
                rule.code(stage),
                rule.number(),
                policy.severity(rule),
                item,
                target,
                said.stream()
                        .map(each -> new Finding(each.code(), each.values(), words.of(each)))
                        .toList()));
    }

    private void reason(Rule rule, Outcome outcome, Said said) {
        var all = reasons.computeIfAbsent(rule, _ -> new LinkedHashMap<>());
        var known = Optional.ofNullable(all.get(said.code()));
        all.put(
                said.code(),
                known.map(Reason::again)
                        .orElseGet(() -> new Reason(outcome, said.code(), said.values(), words.of(said), 1)));
    }

    private static Counts sum(Counts one, Counts other) {
        return new Counts(
                one.passed() + other.passed(),
                one.failed() + other.failed(),
                one.notApplicable() + other.notApplicable(),
                one.manual() + other.manual(),
                one.notRun() + other.notRun());
    }

    /** {@return one line for each item that was looked at, in the order of the standard} */
    List<Line> lines() {
        return Stream.of(Rule.values())
                .filter(counts::containsKey)
                .map(this::line)
                .toList();
    }

    private Line line(Rule rule) {
        var number = Optional.ofNullable(counts.get(rule)).orElseThrow();
        return new Line(
                rule.code(stage),
                rule.number(),
                rule.isStandard(stage),
                rule.chinese(),
                policy.severity(rule),
                number.result(),
                number,
                List.copyOf(
                        Optional.ofNullable(reasons.get(rule)).map(Map::values).orElse(List.of())));
    }

    /** {@return the records that failed something} */
    List<UUID> failedItems() {
        return failures.stream()
                .map(Failure::item)
                .filter(item -> !item.isEmpty())
                .distinct()
                .map(UUID::fromString)
                .toList();
    }

    /** {@return the failures that stop a record} */
    List<Failure> blocking() {
        return failures.stream()
                .filter(failure -> failure.severity() == Severity.BLOCK)
                .toList();
    }
}
