package lantai.ingest.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lantai.ingest.propose.KindForm;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.Learned;
import lantai.ingest.propose.Learned.Lesson;
import lantai.ingest.propose.Proposer;
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
 * The document kinds in force, a policy that archivists edit, and what corrections have taught beside it. Thread-safe; what was
 * taught, here or on another node, is used within seconds, another version of the kinds within a minute.
 */
public final class Rules implements HouseRule {
    /** Name of the policy that holds the kinds. */
    public static final String POLICY = "document-kinds";

    private static final long FRESH_NANOS = 60_000_000_000L;
    /** Between two looks at what was taught: putting all lessons together costs a tenth of a second. */
    private static final long LESSONS_NANOS = 3_000_000_000L;

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

    /** {@return what proposes by these kinds and lessons} */
    Proposer proposer() {
        return current().proposer();
    }

    /** {@return how many documents taught a kind} */
    int taught(String kind) {
        return current().learned().documents(kind);
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
        transaction
                .createUpdate("""
                        insert into lesson (kind, revision, content) values (:kind, 0, cast(:content as jsonb))
                        on conflict (kind) do nothing
                        """)
                .bind("kind", kind)
                .bind("content", text(Lesson.none()::write))
                .execute();
        var lesson = transaction
                .createQuery("select cast(content as text) from lesson where kind = :kind for update")
                .bind("kind", kind)
                .mapTo(String.class)
                .map(json -> read(json, Lesson::parse))
                .one();
        transaction
                .createUpdate("""
                        update lesson set content = cast(:content as jsonb), revision = nextval('lesson_revision')
                        where kind = :kind
                        """)
                .bind("kind", kind)
                .bind("content", text(lesson.with(document)::write))
                .execute();
    }

    private State current() {
        var known = state.get();
        var now = System.nanoTime();
        if (known == null || now - known.readAt() > FRESH_NANOS) {
            return remember(jdbi.withHandle(handle -> {
                var kinds = parse(policies.inForce(handle, POLICY).content());
                return State.of(kinds, lessons(handle, -1), now);
            }));
        }
        if (now - known.lessonsAt() > LESSONS_NANOS) {
            return remember(known.with(jdbi.withHandle(handle -> lessons(handle, known.revision())), now));
        }
        return known;
    }

    private State remember(State fresh) {
        state.set(fresh);
        return fresh;
    }

    /** What was taught since; a lesson committed out of turn is found by the look that reads all of them. */
    private static List<Taught> lessons(Handle handle, long since) {
        return handle.createQuery("""
                        select kind, revision, cast(content as text) as content from lesson where revision > :since
                        """)
                .bind("since", since)
                .map((row, _) -> new Taught(
                        row.getString("kind"), row.getLong("revision"), read(row.getString("content"), Lesson::parse)))
                .list();
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

    private record Taught(String kind, long revision, Lesson lesson) {}

    /**
     * What is in force.
     *
     * @param revision of the latest lesson
     * @param readAt when all of it was read, in nanoseconds of the machine
     * @param lessonsAt when the lessons were looked at
     */
    private record State(
            KindRules kinds, Learned learned, Proposer proposer, long revision, long readAt, long lessonsAt) {
        static State of(KindRules kinds, List<Taught> taught, long now) {
            return of(kinds, Learned.nothing(), taught, new Moments(0, now, now));
        }

        State with(List<Taught> taught, long now) {
            return taught.isEmpty()
                    ? new State(kinds, learned, proposer, revision, readAt, now)
                    : of(kinds, learned, taught, new Moments(revision, readAt, now));
        }

        private static State of(KindRules kinds, Learned before, List<Taught> taught, Moments moments) {
            var lessons = new HashMap<>(before.lessons());
            taught.stream()
                    .filter(one -> one.lesson().documents() > 0)
                    .forEach(one -> lessons.put(one.kind(), one.lesson()));
            var learned = Learned.of(lessons);
            var latest = taught.stream().mapToLong(Taught::revision).max().orElse(0);
            return new State(
                    kinds,
                    learned,
                    new Proposer(kinds, learned),
                    Math.max(latest, moments.revision()),
                    moments.readAt(),
                    moments.lessonsAt());
        }
    }

    private record Moments(long revision, long readAt, long lessonsAt) {}
}
