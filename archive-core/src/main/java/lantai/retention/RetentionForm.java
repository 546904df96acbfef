package lantai.retention;

import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import lantai.policy.RuleForm;
import lantai.policy.RuleSource;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;

/** How the retention schedule looks to the archivist who edits it. */
public final class RetentionForm {
    /** Title, classes, bases, and the rows of the table. */
    public static final RuleForm FORM = new RuleForm(
            List.of(
                    required("title", RuleType.TEXT),
                    required("groups", RuleType.PAIRS),
                    required("bases", RuleType.PAIRS)),
            List.of(new RuleTable(
                    "rows",
                    List.of("group", "number"),
                    List.of(
                            required("group", RuleType.TEXT).from(RuleSource.here("groups")),
                            required("number", RuleType.TEXT),
                            required("material", RuleType.TEXT),
                            required("term", RuleType.TEXT).called(RetentionPeriod.choices()),
                            optional("event", RuleType.TEXT),
                            required("basis", RuleType.TEXT).from(RuleSource.here("bases")),
                            required("evidence", RuleType.EVIDENCE),
                            optional("minimum", RuleType.YES_NO),
                            optional("kinds", RuleType.WORDS).from(RuleSource.of("document-kinds", "kinds"))))));

    private RetentionForm() {}
}
