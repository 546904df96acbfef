package lantai.ingest.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lantai.ingest.propose.Correction;
import lantai.ingest.propose.KindForm;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.Learned;
import lantai.ingest.propose.ReadDocument;
import lantai.policy.HouseRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import lantai.policy.RuleForm;
import lantai.problem.Malformed;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The document kinds in force, a policy that archivists edit, and what corrections have taught beside it. Thread-safe;
 * a change by another node is seen within a minute.
 */
public final class Rules implements HouseRule {
    /** Name of the policy that holds the kinds. */
    public static final String POLICY = "document-kinds";

    private static final long FRESH_NANOS = 60_000_000_000L;

    private final Jdbi jdbi;
    private final PolicyCentre policies;
    private final AtomicReference<@Nullable State> state = new AtomicReference<>();

    public Rules(Jdbi jdbi, PolicyCentre policies) {
        this.jdbi = jdbi;
        this.policies = policies;
    }

    /** Writes the rules that the product comes with, unless the archive has its own. */
    public void seed() {
        var shipped = text(KindRules.standard()::write);
        jdbi.useTransaction(transaction -> policies.seed(transaction, POLICY, shipped));
    }

    /** {@return the kinds in force} */
    public KindRules kinds() {
        return current().kinds();
    }

    /** {@return what corrections have taught so far} */
    public Learned learned() {
        return current().learned();
    }

    @Override
    public String name() {
        return POLICY;
    }

    @Override
    public RuleForm form() {
        return KindForm.FORM;
    }

    @Override
    public List<RuleFault> faults(Handle handle, RuleContent content) {
        try {
            parse(content.json());
            return List.of();
        } catch (Malformed failure) {
            return List.of(KindForm.fault(failure));
        }
    }

    @Override
    public void changed() {
        state.set(null);
    }

    /** Learns from an accepted document. */
    void learn(Handle transaction, ReadDocument document, String kind) {
        transaction.execute("lock table learned in exclusive mode");
        var next = stored(transaction).with(new Correction(document, kind));
        transaction.createUpdate("""
                        insert into learned (id, content) values (1, cast(:content as jsonb))
                        on conflict (id) do update set content = excluded.content
                        """).bind("content", text(next::write)).execute();
        state.set(null);
    }

    private State current() {
        var known = state.get();
        if (known != null && System.nanoTime() - known.readAt() < FRESH_NANOS) {
            return known;
        }
        var fresh = jdbi.withHandle(handle ->
                new State(parse(policies.inForce(handle, POLICY).content()), stored(handle), System.nanoTime()));
        state.set(fresh);
        return fresh;
    }

    private static Learned stored(Handle handle) {
        return handle.createQuery("select cast(content as text) from learned where id = 1")
                .mapTo(String.class)
                .findOne()
                .map(json -> read(json, Learned::parse))
                .orElseGet(Learned::nothing);
    }

    private static KindRules parse(String json) {
        return read(json, KindRules::parse);
    }

    private static <T> T read(String json, Parser<T> parser) {
        try {
            return parser.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(Printer printer) {
        var out = new ByteArrayOutputStream();
        try {
            printer.print(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private interface Parser<T> {
        T parse(InputStream in) throws IOException;
    }

    private interface Printer {
        void print(OutputStream out) throws IOException;
    }

    private record State(KindRules kinds, Learned learned, long readAt) {}
}
