package lantai.ingest.words;

import java.util.List;
import lantai.ocr.text.Deciding;
import lantai.policy.PolicyCentre;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The dictionary that holds today. Thread-safe. */
public final class Words {
    private final Jdbi jdbi;
    private final PolicyCentre policies;
    private volatile Read read = new Read("", new WordRule(1, List.of()));

    public Words(Jdbi jdbi, PolicyCentre policies) {
        this.jdbi = jdbi;
        this.policies = policies;
    }

    /** Writes the dictionary that the product comes with, unless the archive has its own. */
    public void seed() {
        jdbi.useTransaction(transaction -> policies.seed(transaction, WordRule.POLICY, WordRule.shipped()));
    }

    /** {@return the dictionary in force} */
    public WordRule rule(Handle handle) {
        return read(handle).rule();
    }

    /** {@return how doubtful characters are decided by the dictionary in force} */
    public Deciding deciding() {
        return jdbi.withHandle(handle -> read(handle).deciding());
    }

    private Read read(Handle handle) {
        var json = policies.inForce(handle, WordRule.POLICY).content();
        var known = read;
        if (!known.json().equals(json)) {
            known = new Read(json, WordRule.parse(json));
            read = known;
        }
        return known;
    }

    /** The version that was read last. */
    private record Read(String json, WordRule rule, Deciding deciding) {
        Read(String json, WordRule rule) {
            this(json, rule, new Deciding(rule.lexicon()));
        }
    }
}
