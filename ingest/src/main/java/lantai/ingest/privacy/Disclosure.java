package lantai.ingest.privacy;

import java.util.concurrent.atomic.AtomicReference;
import lantai.policy.PolicyCentre;
import org.jdbi.v3.core.Jdbi;

/** The rule on showing and giving away what tells of persons, as it is in force. Safe for any number of threads. */
public final class Disclosure {
    private final Jdbi jdbi;
    private final PolicyCentre policies;
    private final AtomicReference<Known> known =
            new AtomicReference<>(new Known(0, new DisclosureRule(0, java.util.List.of())));

    public Disclosure(Jdbi jdbi, PolicyCentre policies) {
        this.jdbi = jdbi;
        this.policies = policies;
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed() {
        jdbi.useTransaction(transaction -> policies.seed(transaction, DisclosureRule.POLICY, DisclosureRule.shipped()));
    }

    /** {@return the rule in force; ask once for each thing shown} */
    public DisclosureRule rule() {
        var policy = jdbi.withHandle(handle -> policies.inForce(handle, DisclosureRule.POLICY));
        var last = known.get();
        if (last.version() != policy.version()) {
            last = new Known(policy.version(), DisclosureRule.parse(policy.content()));
            known.set(last);
        }
        return last.rule();
    }

    private record Known(int version, DisclosureRule rule) {}
}
