package lantai.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report says, as in {@code docs/schema/check-report-1.json}. Its bytes in UTF-8 are what is digested and signed.
 *
 * @param standard the standard the items come from
 * @param unit the body that keeps the archive
 * @param retestOf number of the report that this one tests again, empty for a first one
 * @param declared what was declared by whoever hands over; -1 where nothing was
 * @param failuresLeftOut how many failures are counted and not listed because there are too many
 * @param signer the key by which the report is signed, and what it is worth
 */
public record ReportContent(
        String schema,
        String number,
        int version,
        Stage stage,
        String standard,
        String unit,
        Subject subject,
        int policyVersion,
        String retestOf,
        String startedAt,
        String finishedAt,
        String operator,
        Totals declared,
        Totals found,
        Verdict verdict,
        List<Dimension> dimensions,
        List<Failure> failures,
        int failuresLeftOut,
        List<Note> notes,
        Signer signer) {
    static final String SCHEMA = "lantai-check-report-1";
    static final String STANDARD = "DA/T 70-2018";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public ReportContent {
        dimensions = List.copyOf(dimensions);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /** What was looked at; {@code id} is empty for a part of the archive. */
    public record Subject(
            Target.Kind kind, String id, String title, String fonds, String category, int year, int every) {}

    /** Records and bytes. */
    public record Totals(long records, long bytes) {}

    /** One of the four properties with its items. */
    public record Dimension(Property property, String name, List<Line> rules) {
        public Dimension {
            rules = List.copyOf(rules);
        }
    }

    /**
     * One item of the check.
     *
     * @param code the standard's, or ours
     * @param rule number without a stage
     * @param standardCode whether the code is the standard's; otherwise it waits for confirmation
     * @param result over all targets
     * @param counts by outcome
     * @param reasons why it was not run or does not apply, with how often
     */
    public record Line(
            String code,
            String rule,
            boolean standardCode,
            String name,
            Severity severity,
            Outcome result,
            Counts counts,
            List<Reason> reasons) {
        public Line {
            reasons = List.copyOf(reasons);
        }
    }

    /** How many targets came out in which way. */
    public record Counts(int passed, int failed, int notApplicable, int manual, int notRun) {
        Counts plus(Outcome outcome) {
            return switch (outcome) {
                case PASSED -> new Counts(passed + 1, failed, notApplicable, manual, notRun);
                case FAILED -> new Counts(passed, failed + 1, notApplicable, manual, notRun);
                case NOT_APPLICABLE -> new Counts(passed, failed, notApplicable + 1, manual, notRun);
                case MANUAL -> new Counts(passed, failed, notApplicable, manual + 1, notRun);
                case NOT_RUN -> new Counts(passed, failed, notApplicable, manual, notRun + 1);
            };
        }

        /** {@return the worst there is; what was not run is worse than what passed} */
        Outcome result() {
            if (failed > 0) {
                return Outcome.FAILED;
            }
            if (notRun > 0) {
                return Outcome.NOT_RUN;
            }
            if (manual > 0) {
                return Outcome.MANUAL;
            }
            return passed > 0 ? Outcome.PASSED : Outcome.NOT_APPLICABLE;
        }
    }

    /** Why something was not run or does not apply: the sentence of the first time, and how often. */
    public record Reason(Outcome outcome, String code, List<String> values, String sentence, int count) {
        public Reason {
            values = List.copyOf(values);
        }

        Reason again() {
            return new Reason(outcome, code, values, sentence, count + 1);
        }
    }

    /** One target that failed one item; {@code item} is empty for what is no record. */
    public record Failure(
            String code, String rule, Severity severity, String item, String target, List<Finding> findings) {
        public Failure {
            findings = List.copyOf(findings);
        }
    }

    /** Why it failed. */
    public record Finding(String code, List<String> values, String sentence) {
        public Finding {
            values = List.copyOf(values);
        }
    }

    /** What a person saw and noted. */
    public record Note(String code, String rule, boolean passed, String note, String by, String at) {}

    /** By what key the report is signed. */
    public record Signer(String algorithm, String key, String worth) {}

    /** {@return all items in the order of the standard} */
    public List<Line> lines() {
        return dimensions.stream()
                .flatMap(dimension -> dimension.rules().stream())
                .toList();
    }

    /** {@return how many items came out in this way} */
    public int count(Outcome outcome) {
        return (int) lines().stream().filter(line -> line.result() == outcome).count();
    }

    static List<Dimension> dimensions(Collection<Line> lines) {
        return Stream.of(Property.values())
                .map(property -> new Dimension(
                        property,
                        property.chinese(),
                        lines.stream()
                                .filter(line -> Rule.of(line.rule())
                                        .map(Rule::property)
                                        .filter(property::equals)
                                        .isPresent())
                                .toList()))
                .toList();
    }

    static Verdict verdict(Collection<Line> lines) {
        var failed = lines.stream().filter(line -> line.counts().failed() > 0).toList();
        if (failed.isEmpty()) {
            return Verdict.PASSED;
        }
        return failed.stream().anyMatch(line -> line.severity() == Severity.BLOCK) ? Verdict.FAILED : Verdict.WARNED;
    }

    /** {@return the next version, in which a person has noted what he saw} */
    ReportContent noted(Rule rule, Note note, Instant at) {
        var lines = new ArrayList<Line>();
        for (var line : lines()) {
            lines.add(line.rule().equals(rule.number()) ? noted(line, note) : line);
        }
        var allNotes = new ArrayList<>(notes);
        allNotes.removeIf(earlier -> earlier.rule().equals(rule.number()));
        allNotes.add(note);
        var allFailures = new ArrayList<>(failures);
        allFailures.removeIf(earlier -> earlier.rule().equals(rule.number()));
        if (!note.passed()) {
            var severity = lines.stream()
                    .filter(line -> line.rule().equals(rule.number()))
                    .map(Line::severity)
                    .findFirst()
                    .orElse(Severity.WARN);
            allFailures.add(new Failure(
                    note.code(),
                    note.rule(),
                    severity,
                    "",
                    subject.title(),
                    List.of(new Finding("noted", List.of(note.note()), note.note()))));
        }
        return new ReportContent(
                schema,
                number,
                version + 1,
                stage,
                standard,
                unit,
                subject,
                policyVersion,
                retestOf,
                startedAt,
                at.toString(),
                operator,
                declared,
                found,
                verdict(lines),
                dimensions(lines),
                allFailures,
                failuresLeftOut,
                allNotes,
                signer);
    }

    private static Line noted(Line line, Note note) {
        var counts = note.passed() ? new Counts(1, 0, 0, 0, 0) : new Counts(0, 1, 0, 0, 0);
        return new Line(
                line.code(),
                line.rule(),
                line.standardCode(),
                line.name(),
                line.severity(),
                counts.result(),
                counts,
                List.of());
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ReportContent parse(String json) {
        try {
            return JSON.readValue(json, ReportContent.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
