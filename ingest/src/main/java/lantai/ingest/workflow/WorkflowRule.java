package lantai.ingest.workflow;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.account.Role;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import lantai.problem.Refused;

/**
 * The way into the archive as the agency wants it (agency policy {@code filing-workflow}; the stages are those of GB/T
 * 18894-2016, the day by which a year is arranged that of 机关档案管理规定).
 *
 * @param oneHand whether whoever files may do all stages before in one go, as far as he has their roles
 * @param separate whether nobody may do two stages of one batch that follow each other
 * @param arrangedBy the day of the next year by which what was formed in a year is filed
 */
public record WorkflowRule(Map<Stage, StageRule> stages, boolean oneHand, boolean separate, MonthDay arrangedBy) {
    /** Name of the policy. */
    public static final String POLICY = "filing-workflow";

    private static final RuleColumn ONE_HAND = optional("oneHand", RuleType.YES_NO);
    private static final RuleColumn SEPARATE = optional("separate", RuleType.YES_NO);
    private static final RuleColumn ARRANGED_BY = required("arrangedBy", RuleType.TEXT);
    private static final List<RuleChoice> ROLES = Stream.of(Role.values())
            .filter(role -> role != Role.INSURED_PERSON && !Role.ADMINISTRATORS.contains(role))
            .map(role -> new RuleChoice(role.name(), role.chinese()))
            .toList();
    private static final RuleColumn STAGE = choice(
            "stage",
            Stream.of(Stage.values())
                    .map(stage -> new RuleChoice(stage.name(), stage.chinese()))
                    .toList());
    private static final RuleColumn IN_FORCE = optional("inForce", RuleType.YES_NO);
    private static final RuleColumn WHO = RuleColumn.choices("roles", ROLES);
    private static final RuleColumn LIMIT =
            RuleColumn.number("limitDays", 0, 3650).orEmpty();
    private static final RuleColumn ALERT =
            RuleColumn.number("alertDays", 0, 3650).orEmpty();
    private static final RuleColumn NEXT = RuleColumn.choices("next", ROLES);
    private static final RuleTable STAGES =
            new RuleTable("stages", "stage", List.of(STAGE, IN_FORCE, WHO, LIMIT, ALERT, NEXT));

    /** How it looks to the archivist who edits it. */
    public static final RuleForm FORM = new RuleForm(List.of(ONE_HAND, SEPARATE, ARRANGED_BY), List.of(STAGES));

    /** What the product comes with: every stage in force, all of them in one hand where one has the roles. */
    public static final String SHIPPED = """
            {"oneHand": true, "arrangedBy": "06-30", "stages": [
              {"stage": "CAPTURE", "inForce": true, "roles": ["COLLECTOR", "ARRANGER", "ARCHIVIST"],
               "limitDays": 30, "alertDays": 15, "next": ["ARCHIVIST"]},
              {"stage": "ARRANGE", "inForce": true, "roles": ["ARRANGER", "REVIEWER", "ARCHIVIST"],
               "limitDays": 30, "alertDays": 15, "next": ["ARCHIVIST"]},
              {"stage": "APPRAISE", "inForce": true, "roles": ["APPRAISER", "ARCHIVIST"],
               "limitDays": 15, "alertDays": 15, "next": ["ARCHIVIST"]},
              {"stage": "CHECK", "inForce": true, "roles": ["REVIEWER", "ARCHIVIST"],
               "limitDays": 15, "alertDays": 15, "next": ["ARCHIVIST"]},
              {"stage": "REGISTER", "inForce": true, "roles": ["ARCHIVIST"],
               "limitDays": 15, "alertDays": 15, "next": ["LEADER"]},
              {"stage": "FILE", "inForce": true, "roles": ["ARCHIVIST"],
               "limitDays": 15, "alertDays": 15, "next": ["LEADER"]}]}
            """;

    public WorkflowRule {
        stages = Map.copyOf(stages);
    }

    /**
     * Reads the rule.
     *
     * @throws Malformed when the day is none, a stage in force has nobody, or filing itself is not in force
     */
    public static WorkflowRule parse(String json) {
        var content = RuleContent.parse(json);
        var stages = new EnumMap<Stage, StageRule>(Stage.class);
        for (var row = 0; row < content.rows(STAGES); row++) {
            var rule = stage(content, row);
            if (rule.inForce() && rule.roles().isEmpty()) {
                throw new Malformed(WorkflowProblem.STAGE_WITHOUT_ROLE, rule.stage());
            }
            stages.put(rule.stage(), rule);
        }
        var filing = stages.get(Stage.FILE);
        if (filing == null || !filing.inForce()) {
            throw new Malformed(WorkflowProblem.FILING_NOT_IN_FORCE);
        }
        return new WorkflowRule(
                stages,
                content.field(ONE_HAND).equals("true"),
                content.field(SEPARATE).equals("true"),
                day(content.field(ARRANGED_BY)));
    }

    private static StageRule stage(RuleContent content, int row) {
        return new StageRule(
                Stage.valueOf(content.cell(STAGES, row, STAGE)),
                content.cell(STAGES, row, IN_FORCE).equals("true"),
                roles(content.cell(STAGES, row, WHO)),
                number(content.cell(STAGES, row, LIMIT)),
                number(content.cell(STAGES, row, ALERT)),
                roles(content.cell(STAGES, row, NEXT)));
    }

    private static Set<Role> roles(String names) {
        return Arrays.stream(names.split("、", -1))
                .filter(Predicate.not(String::isEmpty))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    private static int number(String text) {
        if (!text.matches("\\d{0,4}")) {
            throw new Malformed(WorkflowProblem.DAYS_MALFORMED, text);
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static MonthDay day(String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException notADay) {
            throw new Malformed(WorkflowProblem.DAY_MALFORMED, text);
        }
    }

    /** {@return the stages in force, in order; filing is the last} */
    public List<Stage> inForce() {
        return Stream.of(Stage.values())
                .filter(stage -> Optional.ofNullable(stages.get(stage))
                        .filter(StageRule::inForce)
                        .isPresent())
                .toList();
    }

    /** {@return the rule on a stage} */
    public StageRule of(Stage stage) {
        return Objects.requireNonNull(stages.get(stage), stage::name);
    }

    /** {@return the stage itself when it is in force, else the next one that is} */
    public Stage from(Stage stage) {
        return inForce().stream()
                .filter(other -> other.compareTo(stage) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Where a deed leads.
     *
     * @throws Refused when it leads nowhere: past filing, or back to a stage that is not earlier or not in force
     */
    public Stage after(Stage stage, Deed deed) {
        return switch (deed) {
            case Deed.Pass _ ->
                inForce().stream()
                        .filter(other -> other.compareTo(stage) > 0)
                        .findFirst()
                        .orElseThrow(() -> new Refused(WorkflowProblem.NOTHING_AFTER_FILING));
            case Deed.GiveBack back -> {
                var to = back.to();
                if (to.compareTo(stage) >= 0 || !inForce().contains(to)) {
                    throw new Refused(WorkflowProblem.NOT_BACK_TO, to.chinese());
                }
                yield to;
            }
        };
    }

    /** {@return the last day on which what was formed in a year is filed in time} */
    public LocalDate deadline(int year) {
        return arrangedBy.atYear(year + 1);
    }
}
