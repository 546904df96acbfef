package lantai.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import lantai.policy.Policy;
import lantai.policy.PolicyCentre;
import org.jdbi.v3.core.Handle;

/** The retention schedule in force. */
public final class RetentionRules {
    private final PolicyCentre policies;

    public RetentionRules(PolicyCentre policies) {
        this.policies = policies;
    }

    /** {@return the schedule that the product comes with} */
    public static String shipped() {
        try (var in = RetentionRules.class.getResourceAsStream("retention-schedule.json")) {
            if (in == null) {
                throw new IllegalStateException("retention-schedule.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes the shipped schedule, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, RetentionSchedule.POLICY, shipped());
    }

    /** {@return the version that holds today, with its day and author} */
    public Policy policy(Handle handle) {
        return policies.inForce(handle, RetentionSchedule.POLICY);
    }

    /** {@return what holds today} */
    public RetentionSchedule schedule(Handle handle) {
        return RetentionSchedule.parse(policy(handle).content());
    }
}
