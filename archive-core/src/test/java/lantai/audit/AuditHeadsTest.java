package lantai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lantai.audit.AuditVerification.Finding;
import lantai.audit.AuditVerification.What;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.key.SigningKey;
import lantai.problem.Refused;
import lantai.problem.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is under an exported head cannot be undone, not even by someone who may write everything in the database. */
class AuditHeadsTest {
    private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");
    private static final Duration TOLERANCE = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private Instant now = START;
    private Database database;
    private AuditTrail trail;
    private AuditChain chain;
    private SigningKey key;
    private HeadFolder heads;
    private HeadMaker maker;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        trail = new AuditTrail(() -> now);
        chain = new AuditChain(database.jdbi());
        key = SigningKey.open(folder.resolve("keys"));
        heads = new HeadFolder(folder.resolve("heads"));
        maker = maker(Duration.ofMinutes(5), 1_000);
        for (var size : new int[] {300, 7, 500, 1}) {
            write(size);
            now = now.plus(Duration.ofHours(3));
            export();
        }
        assertThat(findings()).isEmpty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private HeadMaker maker(Duration interval, int entries) {
        return new HeadMaker(database.jdbi(), key, heads, new HeadPace(interval, entries), () -> now);
    }

    private void write(int entries) {
        database.jdbi().useTransaction(transaction -> {
            for (var i = 0; i < entries; i++) {
                trail.record(
                        transaction,
                        new Actor(Optional.of(new UUID(1, 1)), "archivist", false),
                        AuditAction.ITEM_READ,
                        new Subject("item", "档-" + i),
                        Map.of("page", "1"));
            }
        });
    }

    private void export() throws IOException {
        link();
        maker.exportNow();
    }

    private void link() {
        while (chain.link() > 0) {}
    }

    private AuditVerification.Result verify() {
        return new AuditVerification(database.jdbi(), heads, List.of(key.publicKey()), TOLERANCE).run();
    }

    private List<Finding> findings() {
        return verify().findings();
    }

    private List<What> kinds() {
        return findings().stream().map(Finding::what).toList();
    }

    /** What only the owner of the database can do, triggers and references switched off. */
    private void tamper(String... statements) {
        database.jdbi().useTransaction(transaction -> {
            transaction.execute("set local session_replication_role = replica");
            for (var sql : statements) {
                assertThat(transaction.execute(sql)).as(sql).isPositive();
            }
        });
    }

    /** And afterwards makes chain and tree new, so that the database says all is well. */
    private void tamperAndRebuild(String... statements) {
        tamper(statements);
        database.jdbi().useTransaction(transaction -> {
            transaction.execute("set local session_replication_role = replica");
            transaction.execute("delete from audit_chain");
            transaction.execute("delete from audit_node");
        });
        chain = new AuditChain(database.jdbi());
        link();
        while (!database.jdbi().inTransaction(AuditTree::grow)) {}
        assertThat(chain.firstBreak()).as("the database alone tells nothing").isEmpty();
    }

    @Test
    void everyHeadFitsAndCoversWhatWasLinked() {
        var result = verify();
        assertThat(result.ok()).isTrue();
        assertThat(result.entries()).isEqualTo(808);
        assertThat(result.covered()).isEqualTo(808);
        assertThat(result.heads()).isEqualTo(4);
        assertThat(heads.newest(9)).extracting(SignedHead::size).containsExactly(808L, 807L, 307L, 300L);
    }

    @Test
    void anAlteredEntryIsFound() {
        tamper("update audit_entry set actor_name = 'nobody' where id = 4");
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.LINK, 4, "entry 4"));
        assertThat(kinds()).contains(What.HEAD_ROOT, What.NODE);
    }

    @Test
    void anAlteredEntryIsFoundAfterAllWasRebuilt() {
        tamperAndRebuild("update audit_entry set detail = '{\"page\": \"2\"}' where id = 305");
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.HEAD_ROOT, 307, "after 300"));
    }

    @Test
    void aDeletedEntryIsFoundAfterAllWasRebuilt() {
        tamperAndRebuild("delete from audit_entry where id = 5");
        assertThat(findings().getFirst().what()).isEqualTo(What.HEAD_ROOT);
        assertThat(kinds()).contains(What.HEAD_BEYOND);
    }

    @Test
    void theLastEntriesDeletedAreMissed() {
        tamper("delete from audit_chain where position > 800", "delete from audit_entry where id > 800");
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.HEAD_BEYOND, 807, "the chain ends at 800"));
    }

    @Test
    void entriesThatChangedPlacesAreFoundAfterAllWasRebuilt() {
        tamperAndRebuild(
                "update audit_entry set id = -id where id in (10, 20)",
                "update audit_entry set id = 30 + id where id in (-10, -20)");
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.HEAD_ROOT, 300, "after 0"));
    }

    @Test
    void linksThatChangedPlacesAreFound() {
        tamper(
                "update audit_chain set entry_id = -entry_id where position in (10, 20)",
                "update audit_chain set entry_id = 30 + entry_id where position in (10, 20)");
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.LINK, 10, "entry 20"));
        assertThat(kinds()).contains(What.HEAD_ROOT);
    }

    @Test
    void anEntrySlippedInIsFoundAfterAllWasRebuilt() {
        tamperAndRebuild(
                "update audit_entry set id = -id - 1 where id >= 100",
                "update audit_entry set id = -id where id < 0",
                """
                insert into audit_entry (id, at, actor_name, at_machine, action, subject_type, subject_id, detail)
                overriding system value select 100, at, 'archivist', false, 'ITEM_FILED', 'item', 'x', '{}'
                from audit_entry where id = 99
                """);
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.HEAD_ROOT, 300, "after 0"));
    }

    @Test
    void anEntryBackDatedIsFoundAfterAllWasRebuilt() {
        tamperAndRebuild("update audit_entry set at = at - interval '1 microsecond' where id = 1");
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.HEAD_ROOT, 300, "after 0"));
    }

    @Test
    void aNewEntryThatClaimsAnEarlierTimeIsFoundThoughItIsLinkedRightly() {
        tamper("""
                insert into audit_entry (at, actor_name, at_machine, action, subject_type, subject_id, detail)
                values ('2026-11-20T01:00:00Z', 'archivist', false, 'ITEM_FILED', 'item', 'x', '{}')
                """);
        link();
        assertThat(findings()).hasSize(1);
        assertThat(findings().getFirst().what()).isEqualTo(What.BACK_DATED);
        assertThat(findings().getFirst().position()).isEqualTo(809);
    }

    @Test
    void aHeadThatWasForgedOrTakenAwayIsFound() throws IOException {
        var files = heads.files();
        var text = Files.readString(files.get(1));
        Files.writeString(files.get(1), text.replace("size 307", "size 306"));
        assertThat(findings().getFirst()).isEqualTo(new Finding(What.HEAD_FILE, 0, "000000000000307.head"));
        Files.writeString(files.get(1), text.replaceFirst("root .", "root z"));
        assertThat(kinds()).startsWith(What.HEAD_FILE);
        Files.writeString(files.get(1), text.replaceFirst("time 2026", "time 2025"));
        assertThat(findings().getFirst().what()).isEqualTo(What.HEAD_SIGNATURE);
        Files.delete(files.get(1));
        assertThat(findings()).containsExactly(new Finding(What.HEAD_BEFORE, 807, "000000000000807.head"));
    }

    @Test
    void aHeadSignedByAnotherKeyIsNotBelieved() {
        var foreign = SigningKey.open(folder.resolve("other"));
        var result = new AuditVerification(database.jdbi(), heads, List.of(foreign.publicKey()), TOLERANCE).run();
        assertThat(result.findings()).hasSize(4).allMatch(finding -> finding.what() == What.HEAD_SIGNATURE);
    }

    @Test
    void nothingIsSignedThatContradictsTheLastHead() {
        tamperAndRebuild("update audit_entry set actor_name = 'nobody' where id = 700");
        write(1);
        link();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(maker::exportNow);
        tamper("delete from audit_chain where position > 800");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(maker::exportIfDue);
        assertThat(heads.last().orElseThrow().size()).isEqualTo(808);
    }

    @Test
    void aHeadIsDueAfterTheTimeOrTheCount() throws IOException {
        assertThat(maker.exportIfDue()).as("nothing new").isZero();
        write(1);
        link();
        assertThat(maker.exportIfDue()).as("too soon").isZero();
        assertThat(maker.waiting()).contains(Duration.ZERO);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(maker.exportIfDue()).isEqualTo(1);
        assertThat(maker.waiting()).isEmpty();
        write(1_000);
        link();
        assertThat(maker.exportIfDue()).isEqualTo(1_000);
        write(1);
        now = now.plus(Duration.ofMinutes(11));
        assertThat(maker.isLate()).as("the chain stands still").isTrue();
        export();
        assertThat(maker.isLate()).isFalse();
        assertThat(findings()).isEmpty();
    }

    @Test
    void theSmallVerifierBelievesWhatIsRightAndNothingElse() throws IOException, InterruptedException {
        Assumptions.assumeTrue(python("--version") == 0, "no python3 here");
        var proofs = new AuditProofs(heads);
        assertThat(script("heads", heads.path())).isZero();
        for (var id : new long[] {1, 256, 257, 300, 301, 512, 513, 807, 808}) {
            var proof = database.jdbi().withHandle(handle -> proofs.inclusion(handle, id));
            assertThat(script("inclusion", json(proof))).as("entry " + id).isZero();
            var other = new AuditProofs.Inclusion(
                    id, proof.index() == 0 ? 1 : proof.index() - 1, proof.canonical(), proof.path(), proof.head());
            assertThat(script("inclusion", json(other))).as("entry " + id + " elsewhere").isEqualTo(1);
        }
        var right = database.jdbi().withHandle(handle -> proofs.inclusion(handle, 400));
        for (var wrong : List.of(
                new AuditProofs.Inclusion(400, 399, right.canonical().replaceFirst("^AAAA", "AAAB"), right.path(), right.head()),
                new AuditProofs.Inclusion(400, 399, right.canonical(), right.path().reversed(), right.head()),
                new AuditProofs.Inclusion(401, 399, right.canonical(), right.path(), right.head()),
                new AuditProofs.Inclusion(
                        400, 399, right.canonical(), right.path(), right.head().replace("size 808", "size 809")))) {
            assertThat(script("inclusion", json(wrong))).isEqualTo(1);
        }
        for (var pair : new long[][] {{300, 307}, {300, 808}, {307, 807}, {807, 808}, {808, 808}}) {
            var proof = database.jdbi().withHandle(handle -> proofs.consistency(handle, pair[0], pair[1]));
            assertThat(script("consistency", json(proof))).as(pair[0] + " " + pair[1]).isZero();
            if (pair[0] < pair[1]) {
                var other = new AuditProofs.Consistency(proof.from(), proof.to(), proof.path().reversed());
                var shorter = new AuditProofs.Consistency(
                        proof.from(), proof.to(), proof.path().subList(1, proof.path().size()));
                assertThat(script("consistency", json(shorter))).isEqualTo(1);
                assertThat(script("consistency", json(other))).isEqualTo(proof.path().size() > 1 ? 1 : 0);
            }
        }
        var file = heads.files().get(2);
        Files.delete(file);
        assertThat(script("heads", heads.path())).isEqualTo(1);
    }

    @Test
    void anEntryUnderNoHeadHasNoProofYet() {
        write(1);
        link();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        database.jdbi().withHandle(handle -> new AuditProofs(heads).inclusion(handle, 809)));
    }

    private Path json(Object proof) throws IOException {
        return Files.writeString(folder.resolve("proof.json"), new ObjectMapper().writeValueAsString(proof));
    }

    private int script(String deed, Path what) throws IOException, InterruptedException {
        return python(
                Path.of("..", "docs", "audit_verify.py").toString(),
                folder.resolve("keys/signing-public.pem").toString(),
                deed,
                what.toString());
    }

    private static int python(String... arguments) throws InterruptedException {
        try {
            var command = new ArrayList<>(List.of("python3"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said).doesNotContain("Traceback");
            return process.exitValue();
        } catch (IOException none) {
            return -1;
        }
    }
}
