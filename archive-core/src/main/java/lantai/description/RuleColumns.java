package lantai.description;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleSource;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;

/** How the rule on description looks to the archivist who edits it. */
final class RuleColumns {
    static final RuleColumn CODE = required("code", RuleType.TEXT);
    static final RuleColumn NAME = required("name", RuleType.TEXT);
    static final RuleColumn AREA = required("area", RuleType.TEXT);
    static final RuleColumn TYPE = choice(
            "type",
            Stream.of(ElementType.values())
                    .map(type -> new RuleChoice(type.name(), type.chinese()))
                    .toList());
    static final RuleColumn VALUES = optional("values", RuleType.WORDS);
    static final RuleColumn USUAL = optional("usual", RuleType.TEXT);
    static final RuleColumn PROPOSE = optional("propose", RuleType.TEXT);
    static final RuleColumn BASIS = required("basis", RuleType.TEXT);
    static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);
    static final RuleColumn ELEMENT = required("element", RuleType.TEXT).from(RuleSource.here("elements"));
    static final RuleColumn LEVEL = choice(
            "level",
            Stream.of(Level.values())
                    .map(level -> new RuleChoice(level.name(), level.chinese()))
                    .toList());
    static final RuleColumn CATEGORY = choice(
                    "category",
                    Stream.of(Category.values())
                            .map(category -> new RuleChoice(category.name(), category.chinese()))
                            .toList())
            .orEmpty();
    static final RuleColumn OBLIGATION = choice(
            "obligation",
            Stream.of(Obligation.values())
                    .map(obligation -> new RuleChoice(obligation.code(), obligation.chinese()))
                    .toList());

    static final RuleTable ELEMENTS =
            new RuleTable("elements", "code", List.of(CODE, NAME, AREA, TYPE, VALUES, USUAL, PROPOSE, BASIS, EVIDENCE));
    static final RuleTable OBLIGATIONS = new RuleTable(
            "obligations",
            List.of("element", "level", "category"),
            List.of(ELEMENT, LEVEL, CATEGORY, OBLIGATION, EVIDENCE));
    static final RuleForm FORM = new RuleForm(List.of(), List.of(ELEMENTS, OBLIGATIONS));

    private RuleColumns() {}
}
