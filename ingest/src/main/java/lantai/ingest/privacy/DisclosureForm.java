package lantai.ingest.privacy;

import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;

/** How the rule on disclosure looks to the archivist who edits it. */
public final class DisclosureForm {
    /** The hours, and one row for each kind of number. */
    public static final RuleForm FORM = new RuleForm(
            List.of(required("reasonHours", RuleType.NUMBER)),
            List.of(new RuleTable(
                    "masks",
                    "name",
                    List.of(
                            required("name", RuleType.TEXT),
                            optional("labels", RuleType.WORDS),
                            optional("begins", RuleType.WORDS),
                            required("least", RuleType.NUMBER),
                            required("most", RuleType.NUMBER),
                            required("first", RuleType.NUMBER),
                            required("last", RuleType.NUMBER)))));

    private DisclosureForm() {}
}
