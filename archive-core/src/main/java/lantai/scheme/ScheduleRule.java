package lantai.scheme;

import java.util.List;
import java.util.Optional;
import lantai.policy.HouseRule;
import lantai.policy.ParsedRule;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import lantai.policy.RuleForm;
import lantai.retention.RetentionForm;
import lantai.retention.RetentionSchedule;
import org.jdbi.v3.core.Handle;

/** The retention schedule as a rule of the house, which tells where it does not agree with the classification scheme. */
public final class ScheduleRule implements HouseRule {
    private static final ParsedRule PARSED =
            new ParsedRule(RetentionSchedule.POLICY, RetentionForm.FORM, RetentionSchedule::parse);

    private final SchemePolicy scheme;

    public ScheduleRule(SchemePolicy scheme) {
        this.scheme = scheme;
    }

    @Override
    public String name() {
        return PARSED.name();
    }

    @Override
    public RuleForm form() {
        return PARSED.form();
    }

    @Override
    public List<RuleFault> faults(Handle handle, RuleContent content) {
        return PARSED.faults(handle, content);
    }

    @Override
    public Optional<List<RuleFault>> remarks(Handle handle, RuleContent content) {
        return faults(handle, content).isEmpty()
                ? Optional.of(new ScheduleAgreement(scheme.scheme(handle), RetentionSchedule.parse(content.json()))
                        .differences())
                : Optional.empty();
    }
}
