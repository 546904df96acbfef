package lantai.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import lantai.problem.Clause;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;

/** The retention schedule as it stands in the policy. */
final class RetentionScheduleJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RetentionScheduleJson() {}

    static RetentionSchedule read(String json) {
        try {
            var table = JSON.readValue(json, Table.class);
            return new RetentionSchedule(
                    present(table.title(), "title"),
                    present(table.groups(), "groups"),
                    present(table.bases(), "bases"),
                    present(table.rows(), "rows").stream()
                            .map(RetentionScheduleJson::row)
                            .toList());
        } catch (JsonProcessingException notATable) {
            throw new Malformed(RetentionProblem.SCHEDULE_UNREADABLE, place(notATable));
        }
    }

    private static RetentionRow row(Row row) {
        var label = row.group() + " " + row.number();
        return new RetentionRow(
                present(row.group(), label + "/group"),
                present(row.number(), label + "/number"),
                present(row.material(), label + "/material"),
                RetentionPeriod.parse(present(row.term(), label + "/term"))
                        .orElseThrow(() -> invalid(label, row.term(), RetentionProblem.A_TERM)),
                row.event() == null ? "" : row.event(),
                present(row.basis(), label + "/basis"),
                Evidence.of(present(row.evidence(), label + "/evidence"))
                        .orElseThrow(() -> invalid(label, row.evidence(), RetentionProblem.AN_EVIDENCE)),
                Boolean.TRUE.equals(row.minimum()),
                row.kinds() == null ? List.of() : row.kinds());
    }

    private static <T> T present(@Nullable T value, String place) {
        if (value == null) {
            throw new Malformed(RetentionProblem.SCHEDULE_UNREADABLE, place);
        }
        return value;
    }

    private static Malformed invalid(String label, @Nullable String value, RetentionProblem expected) {
        return new Malformed(RetentionProblem.ROW_INVALID, label, String.valueOf(value), new Clause(expected));
    }

    private static String place(JsonProcessingException notATable) {
        return notATable instanceof JsonMappingException otherShape
                ? otherShape.getPath().stream()
                        .map(step -> step.getFieldName() == null
                                ? Integer.toString(step.getIndex() + 1)
                                : step.getFieldName())
                        .collect(Collectors.joining("/"))
                : "JSON";
    }

    private record Table(
            @Nullable String title,
            @Nullable LinkedHashMap<String, String> groups,
            @Nullable LinkedHashMap<String, String> bases,
            @Nullable List<Row> rows) {}

    private record Row(
            @Nullable String group,
            @Nullable String number,
            @Nullable String material,
            @Nullable String term,
            @Nullable String event,
            @Nullable String basis,
            @Nullable String evidence,
            @Nullable Boolean minimum,
            @Nullable List<String> kinds) {}
}
