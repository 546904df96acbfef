package lantai.ingest.privacy;

import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;

/** How the rule on disclosure looks to the archivist who edits it. */
public final class DisclosureForm {
    /** The hours, and one row for each kind of number. */
    public static final RuleForm FORM = new RuleForm(
            List.of(RuleColumn.number("reasonHours", 0, 72)),
            List.of(new RuleTable(
                    "masks",
                    "name",
                    List.of(
                            required("name", RuleType.TEXT),
                            optional("labels", RuleType.WORDS),
                            optional("begins", RuleType.WORDS),
                            RuleColumn.number("least", 4, 30),
                            RuleColumn.number("most", 4, 30),
                            RuleColumn.number("first", 0, 29),
                            RuleColumn.number("last", 0, 29)))));

    private DisclosureForm() {}
}
