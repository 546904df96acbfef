package lantai.statistics;

import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The annual form (档案统计年报) as a rule of the house, for its lines and wording change with the years.
 *
 * @param title over the printed form
 */
public record StatisticsForm(String title, List<StatisticsLine> lines) {
    /** Its name in the policy centre. */
    public static final String POLICY = "annual-statistics";

    /** How it looks to the archivist who edits it. */
    public static final RuleForm FORM = new RuleForm(
            List.of(required("title", RuleType.TEXT)),
            List.of(new RuleTable(
                    "lines",
                    List.of("number"),
                    List.of(
                            required("number", RuleType.TEXT),
                            required("section", RuleType.TEXT),
                            required("name", RuleType.TEXT),
                            required("unit", RuleType.TEXT),
                            optional("counted", RuleType.TEXT).called(Counted.choices()),
                            required("evidence", RuleType.EVIDENCE)))));

    private static final ObjectMapper JSON = new ObjectMapper();

    public StatisticsForm {
        lines = List.copyOf(lines);
    }

    /** {@return the form that the product comes with} */
    public static String shipped() {
        try (var in = StatisticsForm.class.getResourceAsStream("annual-statistics.json")) {
            if (in == null) {
                throw new IllegalStateException("annual-statistics.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads a form.
     *
     * @throws Malformed when something is missing, or a line is counted by what the archive does not count
     */
    public static StatisticsForm parse(String json) {
        try {
            var form = JSON.readValue(json, Form.class);
            return new StatisticsForm(
                    present(form.title(), "title"),
                    present(form.lines(), "lines").stream()
                            .map(StatisticsForm::line)
                            .toList());
        } catch (JsonProcessingException notAForm) {
            throw new Malformed(StatisticsProblem.FORM_UNREADABLE, notAForm.getOriginalMessage());
        }
    }

    private static StatisticsLine line(Line line) {
        var number = present(line.number(), "number");
        var written = Optional.ofNullable(line.counted()).map(String::strip).filter(text -> !text.isEmpty());
        var counted = written.flatMap(Counted::of);
        if (written.isPresent() && counted.isEmpty()) {
            throw new Malformed(StatisticsProblem.SOURCE_UNKNOWN, number, written.get());
        }
        return new StatisticsLine(
                number,
                present(line.section(), number + " section"),
                present(line.name(), number + " name"),
                present(line.unit(), number + " unit"),
                counted,
                present(line.evidence(), number + " evidence"));
    }

    private static <T> T present(@Nullable T value, String place) {
        if (value == null) {
            throw new Malformed(StatisticsProblem.FORM_UNREADABLE, place + " is missing");
        }
        return value;
    }

    private record Form(@Nullable String title, @Nullable List<Line> lines) {}

    private record Line(
            @Nullable String number,
            @Nullable String section,
            @Nullable String name,
            @Nullable String unit,
            @Nullable String counted,
            @Nullable String evidence) {}
}
