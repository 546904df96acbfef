package lantai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lantai.database.Database;
import lantai.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writers never wait for each other or for the chain, and of several nodes one links. */
class AuditWritersTest {
    private static final int WRITERS = 12;
    private static final int EACH = 60;

    private final AuditTrail trail = new AuditTrail(Instant::now);
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh(WRITERS + 4);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(String subject) {
        database.jdbi()
                .useTransaction(transaction -> trail.record(
                        transaction, Actor.SYSTEM, AuditAction.VERIFIED, new Subject("store", subject), Map.of()));
    }

    @Test
    void manyWritersAndTwoNodesLinkEveryEntryOnce() throws Exception {
        var writing = new AtomicBoolean(true);
        var linked = 0;
        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            var nodes = new ArrayList<Future<Integer>>();
            for (var node = 0; node < 2; node++) {
                var chain = new AuditChain(database.jdbi());
                nodes.add(threads.submit(() -> {
                    var own = 0;
                    while (writing.get()) {
                        own += chain.link();
                    }
                    return own;
                }));
            }
            var writers = new ArrayList<Future<?>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var name = "writer-" + writer;
                writers.add(threads.submit(() -> {
                    for (var i = 0; i < EACH; i++) {
                        write(name + "-" + i);
                    }
                }));
            }
            for (var writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            writing.set(false);
            for (var node : nodes) {
                linked += node.get(60, TimeUnit.SECONDS);
            }
        }
        var chain = new AuditChain(database.jdbi());
        for (var more = chain.link(); more > 0; more = chain.link()) {
            linked += more;
        }
        assertThat(linked).as("no entry was linked twice").isEqualTo(WRITERS * EACH);
        assertThat(database.jdbi().<Long, RuntimeException>withHandle(AuditTree::size))
                .isEqualTo(WRITERS * EACH);
        assertThat(chain.firstBreak()).isEmpty();
    }

    @Test
    void whileOneNodeLinksAnotherDoesNotAndWritersCommit() throws Exception {
        write("first");
        try (var threads = Executors.newSingleThreadExecutor()) {
            database.jdbi().useTransaction(linking -> {
                assertThat(linking.createQuery("select pg_try_advisory_xact_lock(:lock)")
                                .bind("lock", AuditChain.LOCK)
                                .mapTo(Boolean.class)
                                .one())
                        .isTrue();
                linking.execute("lock table audit_chain in row exclusive mode");
                assertThat(threads.submit(() -> new AuditChain(database.jdbi()).link())
                                .get(30, TimeUnit.SECONDS))
                        .isZero();
                threads.submit(() -> write("while it links")).get(30, TimeUnit.SECONDS);
            });
        }
        assertThat(new AuditChain(database.jdbi()).link()).isEqualTo(2);
    }

    @Test
    void aWriterThatHasNotCommittedHoldsNobodyUp() throws Exception {
        var held = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            database.jdbi().useTransaction(slow -> {
                trail.record(slow, Actor.SYSTEM, AuditAction.VERIFIED, new Subject("store", "slow"), Map.of());
                var others = new ArrayList<Future<?>>();
                for (var writer = 0; writer < WRITERS; writer++) {
                    var name = "quick-" + writer;
                    others.add(threads.submit(() -> write(name)));
                }
                for (var other : others) {
                    other.get(30, TimeUnit.SECONDS);
                }
                held.countDown();
            });
        }
        assertThat(held.getCount()).as("all others committed before it").isZero();
    }

    @Test
    void theSequencerLinksWithinASecondOfTheCommitWhileManyWrite() throws Exception {
        var chain = new AuditChain(database.jdbi());
        var slowest = Duration.ZERO;
        try (var sequencer = Executors.newSingleThreadScheduledExecutor();
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            var turn = sequencer.scheduleWithFixedDelay(
                    () -> {
                        while (chain.link() > 0) {}
                    },
                    0,
                    AuditChain.TURN.toMillis(),
                    TimeUnit.MILLISECONDS);
            var waits = new ArrayList<Future<Duration>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var name = "writer-" + writer;
                waits.add(threads.submit(() -> {
                    var longest = Duration.ZERO;
                    for (var i = 0; i < 5; i++) {
                        write(name + "-" + i);
                        var committed = System.nanoTime();
                        while (!isLinked(name + "-" + i)) {
                            assertThat(System.nanoTime() - committed).isLessThan(TimeUnit.SECONDS.toNanos(30));
                        }
                        var waited = Duration.ofNanos(System.nanoTime() - committed);
                        longest = waited.compareTo(longest) > 0 ? waited : longest;
                    }
                    return longest;
                }));
            }
            for (var wait : waits) {
                var longest = wait.get(120, TimeUnit.SECONDS);
                slowest = longest.compareTo(slowest) > 0 ? longest : slowest;
            }
            turn.cancel(false);
        }
        assertThat(slowest)
                .as("a second on quiet cores; ten leave room for others on this machine")
                .isLessThan(Duration.ofSeconds(10));
        assertThat(chain.firstBreak()).isEmpty();
    }

    private boolean isLinked(String subject) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select exists (select 1 from audit_chain c join audit_entry e on e.id = c.entry_id
                            where e.subject_id = :subject)
                        """)
                        .bind("subject", subject)
                        .mapTo(Boolean.class)
                        .one());
    }
}
