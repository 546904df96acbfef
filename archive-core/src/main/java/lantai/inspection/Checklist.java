package lantai.inspection;

import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in a self-inspection, as a rule of the house. Its sections follow the Archives Law, article 42.
 *
 * @param title over the printed list
 */
public record Checklist(String title, List<Point> points) {
    /** Its name in the policy centre. */
    public static final String POLICY = "self-inspection";

    /** How it looks to the archivist who edits it. */
    public static final RuleForm FORM = new RuleForm(
            List.of(required("title", RuleType.TEXT)),
            List.of(new RuleTable(
                    "points",
                    List.of("number"),
                    List.of(
                            required("number", RuleType.TEXT),
                            required("section", RuleType.TEXT),
                            required("question", RuleType.LONG_TEXT),
                            optional("basis", RuleType.TEXT),
                            required("evidence", RuleType.EVIDENCE)))));

    private static final ObjectMapper JSON = new ObjectMapper();

    public Checklist {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param question answered with yes when all is well
     * @param basis the rule it comes from; may be empty
     * @param evidence S seen in a source, K to be confirmed by the agency, A confirmed by it
     */
    public record Point(String number, String section, String question, String basis, String evidence) {}

    /** {@return the checklist that the product comes with} */
    public static String shipped() {
        try (var in = Checklist.class.getResourceAsStream("self-inspection.json")) {
            if (in == null) {
                throw new IllegalStateException("self-inspection.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads a checklist.
     *
     * @throws Malformed when something is missing
     */
    public static Checklist parse(String json) {
        try {
            var list = JSON.readValue(json, Written.class);
            return new Checklist(
                    present(list.title(), "title"),
                    present(list.points(), "points").stream()
                            .map(Checklist::point)
                            .toList());
        } catch (JsonProcessingException notAList) {
            throw new Malformed(InspectionProblem.CHECKLIST_UNREADABLE, notAList.getOriginalMessage());
        }
    }

    private static Point point(WrittenPoint point) {
        var number = present(point.number(), "number");
        return new Point(
                number,
                present(point.section(), number + " section"),
                present(point.question(), number + " question"),
                point.basis() == null ? "" : point.basis(),
                present(point.evidence(), number + " evidence"));
    }

    private static <T> T present(@Nullable T value, String place) {
        if (value == null) {
            throw new Malformed(InspectionProblem.CHECKLIST_UNREADABLE, place + " is missing");
        }
        return value;
    }

    private record Written(@Nullable String title, @Nullable List<WrittenPoint> points) {}

    private record WrittenPoint(
            @Nullable String number,
            @Nullable String section,
            @Nullable String question,
            @Nullable String basis,
            @Nullable String evidence) {}
}
