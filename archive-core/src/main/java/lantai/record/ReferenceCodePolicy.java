package lantai.record;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.fonds.FondsRegister;
import lantai.policy.HouseRule;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import org.jdbi.v3.core.Handle;

/** The rule on reference codes as archivists edit it. Each template must give codes that can be read again. */
public final class ReferenceCodePolicy implements HouseRule {
    private static final RuleColumn FONDS = required("fonds", RuleType.TEXT);
    private static final RuleColumn CATEGORY = choice(
            "category",
            Stream.of(Category.values())
                    .map(category -> new RuleChoice(category.name(), category.chinese()))
                    .toList());
    private static final RuleColumn CLASS = optional("class", RuleType.TEXT);
    private static final RuleColumn TEMPLATE = required("template", RuleType.TEXT);
    private static final RuleTable TEMPLATES =
            new RuleTable("templates", List.of("category", "class"), List.of(CATEGORY, CLASS, TEMPLATE));

    private final FondsRegister fonds;
    private final InstantSource clock;
    private final ZoneId zone;

    public ReferenceCodePolicy(FondsRegister fonds, InstantSource clock, ZoneId zone) {
        this.fonds = fonds;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String name() {
        return ReferenceCodeRule.POLICY;
    }

    @Override
    public RuleForm form() {
        return new RuleForm(List.of(FONDS, required("otherLink", RuleType.TEXT)), List.of(TEMPLATES));
    }

    @Override
    public List<RuleFault> faults(Handle handle, RuleContent content) {
        var faults = new ArrayList<RuleFault>();
        var number = content.field(FONDS);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        if (fonds.find(handle, number).filter(open -> open.isOpenOn(today)).isEmpty()) {
            faults.add(new RuleFault("/fonds", RecordProblem.FONDS_NOT_OPEN, List.of(number)));
        }
        for (var row = 0; row < content.rows(TEMPLATES); row++) {
            var path = "/templates/" + row + "/template";
            try {
                var _ = new CodeTemplate(
                        Category.valueOf(content.cell(TEMPLATES, row, CATEGORY)),
                        content.cell(TEMPLATES, row, CLASS),
                        content.cell(TEMPLATES, row, TEMPLATE));
            } catch (Malformed failure) {
                faults.add(new RuleFault(path, failure.problem(), failure.values()));
            }
        }
        if (faults.isEmpty()) {
            whole(content, faults);
        }
        return faults;
    }

    private static void whole(RuleContent content, List<RuleFault> faults) {
        try {
            ReferenceCodeRule.parse(content.json());
        } catch (Malformed failure) {
            faults.add(new RuleFault("", failure.problem(), failure.values()));
        }
    }
}
