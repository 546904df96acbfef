package lantai.ingest.pipeline;

import java.util.concurrent.atomic.AtomicReference;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.ParticularFinder;
import lantai.ingest.propose.ParticularForm;
import lantai.ingest.propose.ParticularRules;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rule {@code particulars} in force, and what finds by it. Thread-safe; asked for once for each thing done. */
public final class ParticularPolicy {
    private final PolicyCentre policies;
    private final Rules kinds;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    public ParticularPolicy(PolicyCentre policies, Rules kinds) {
        this.policies = policies;
        this.kinds = kinds;
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return ParticularForm.houseRule();
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, ParticularRules.POLICY, ParticularRules.shipped());
    }

    /** {@return the rule in force} */
    public ParticularRules rules(Handle handle) {
        return current(handle).rules();
    }

    ParticularFinder finder(Handle handle) {
        return current(handle).finder();
    }

    private Known current(Handle handle) {
        var policy = policies.inForce(handle, ParticularRules.POLICY);
        var last = known.get();
        var labels = kinds.kinds();
        if (last != null && last.version() == policy.version() && last.kinds().equals(labels)) {
            return last;
        }
        var rules = ParticularRules.parse(policy.content());
        var fresh = new Known(policy.version(), labels, rules, new ParticularFinder(rules, labels.labels()));
        known.set(fresh);
        return fresh;
    }

    /** @param version of the rule; the product's own is renewed with the product, which starts anew then */
    private record Known(int version, KindRules kinds, ParticularRules rules, ParticularFinder finder) {}
}
