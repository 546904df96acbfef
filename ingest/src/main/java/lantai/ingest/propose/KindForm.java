package lantai.ingest.propose;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleFault;
import lantai.policy.RuleForm;
import lantai.policy.RuleSource;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import lantai.retention.RetentionPeriod;

/** How the rules about document kinds look to the archivist who edits them. */
public final class KindForm {
    /** Kinds in a table, labels by what they announce. */
    public static final RuleForm FORM = new RuleForm(fields(), List.of(new RuleTable("kinds", "code", kinds())));

    private KindForm() {}

    /** {@return a mistake that reading the rules has found, with its place} */
    public static RuleFault fault(Malformed failure) {
        if (failure.problem() == ProposeProblem.RULE_INVALID) {
            var path = '/'
                    + failure.values()
                            .getFirst()
                            .toString()
                            .replace('[', '/')
                            .replace("]", "")
                            .replace('.', '/');
            return new RuleFault(
                    path,
                    ProposeProblem.VALUE_INVALID,
                    failure.values().subList(1, failure.values().size()));
        }
        return new RuleFault("", failure.problem(), failure.values());
    }

    private static List<RuleColumn> fields() {
        return Stream.concat(
                        Stream.of(required("version", RuleType.TEXT)),
                        Stream.of(LabelRole.values())
                                .map(role ->
                                        role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .map(role -> optional("labels/" + role, RuleType.WEIGHTS)))
                .toList();
    }

    private static List<RuleColumn> kinds() {
        var fields = Stream.of(Field.values())
                .map(field -> new RuleChoice(field.code(), field.code()))
                .toList();
        return List.of(
                required("code", RuleType.TEXT),
                required("name", RuleType.TEXT),
                choice("category", categories()),
                required("retention", RuleType.TEXT).called(RetentionPeriod.choices()),
                required("evidence", RuleType.EVIDENCE),
                optional("link", RuleType.TEXT).from(RuleSource.of("classification", "links")),
                optional("formats", RuleType.WORDS),
                RuleColumn.choices("expects", fields),
                optional("amount", RuleType.WORDS),
                optional("date", RuleType.WORDS),
                optional("title", RuleType.WEIGHTS),
                optional("text", RuleType.WEIGHTS),
                optional("file", RuleType.WEIGHTS));
    }

    private static List<RuleChoice> categories() {
        return Stream.of(Category.values())
                .map(category -> new RuleChoice(category.name(), category.chinese()))
                .toList();
    }
}
