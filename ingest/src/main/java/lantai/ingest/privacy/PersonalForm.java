package lantai.ingest.privacy;

import static lantai.policy.RuleColumn.choices;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.policy.RuleChoice;
import lantai.policy.RuleForm;
import lantai.policy.RuleSource;
import lantai.policy.RuleType;

/** How the rule on personal data looks to the archivist who edits it. */
public final class PersonalForm {
    private static final RuleSource KINDS = RuleSource.of("document-kinds", "kinds");

    /** Four single values. */
    public static final RuleForm FORM = new RuleForm(
            List.of(
                    optional("personalKinds", RuleType.WORDS).from(KINDS),
                    optional("namesInOffice", RuleType.WORDS).from(KINDS),
                    choices(
                            "wordless",
                            Stream.of(Category.values())
                                    .map(category -> new RuleChoice(category.name(), category.chinese()))
                                    .toList()),
                    required("registeredNames", RuleType.NUMBER)),
            List.of());

    private PersonalForm() {}
}
