package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.intake.Source;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.ingest.workflow.BatchTask;
import lantai.ingest.workflow.Deed;
import lantai.ingest.workflow.Stage;
import lantai.ingest.workflow.StageDeed;
import lantai.ingest.workflow.WorkflowRule;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches on their way into a real archive: who does which stage, what is refused, who is late and who is told. */
class WorkflowTest {
    private static final Instant NOON = Instant.parse("2026-11-22T02:00:00Z");
    private static final Deed PASS = new Deed.Pass();

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static SignedIn archivist;
    private static SignedIn arranger;
    private static SignedIn reviewer;
    private static SignedIn appraiser;
    private static SignedIn leader;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
        arranger = archive.person("arranger", Role.ARRANGER);
        reviewer = archive.person("reviewer", Role.REVIEWER);
        appraiser = archive.person("appraiser", Role.APPRAISER);
        leader = archive.person("leader", Role.LEADER);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /** A document that waits in a batch of its own. */
    private static Document waiting(int year, DocumentState state) {
        return archive.doors.database.jdbi().inTransaction(transaction -> {
            var batch = archive.doors.batches.open(transaction, Optional.of(arranger), "样例批次", Source.COMMAND);
            var file = UUID.randomUUID();
            var sha256 = file.toString().replace("-", "").repeat(2);
            transaction.execute("insert into staged_object values (?, ?, 1, now())", sha256, sha256);
            transaction.execute("""
                    insert into received_file (id, batch_id, path, sha256, size, step, seen_before, received_at, changed_at)
                    values (?, ?, 'a.txt', ?, 1, 'PROPOSED', false, now(), now())
                    """, file, batch.id(), sha256);
            var fields = new EnumMap<Field, FieldValue>(Field.class);
            Map.of(Field.CATEGORY, "WS", Field.RETENTION, "D30", Field.YEAR, "" + year, Field.TITLE, "样例")
                    .forEach((field, value) -> fields.put(field, new FieldValue(value, true, List.of())));
            var document = archive.doors.documents.add(
                    transaction, batch.id(), fields, List.of(new DocumentPage(1, file, 0, 0)));
            return archive.doors.documents.change(transaction, document, fields, state);
        });
    }

    private static BatchTask task(Document document) {
        return archive.doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.workflow.get(handle, document.batchId()));
    }

    private static Stage move(SignedIn who, Document document, Deed deed) {
        return archive.doors
                .database
                .jdbi()
                .inTransaction(transaction -> archive.doors.workflow.move(
                        transaction, who, document.batchId(), task(document).version(), deed));
    }

    private static int file(SignedIn who, Document document) {
        return archive.doors.database.jdbi().inTransaction(transaction -> {
            var filed =
                    archive.doors.filing.file(transaction, who, List.of(document.id()), archive.doors.rules.kinds());
            transaction.execute("delete from scheduled_tasks");
            return filed;
        });
    }

    private static String problem(ThrowingCallable deed) {
        var found = new AtomicReference<String>("");
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        failure -> found.set(failure.problem().name()));
        return found.get();
    }

    /** Runs with another rule, approved by two people as every rule is. */
    private static void under(String rule, Runnable deed) {
        write(rule);
        try {
            deed.run();
        } finally {
            write(WorkflowRule.SHIPPED);
        }
    }

    private static void write(String rule) {
        archive.doors.database.jdbi().useTransaction(transaction -> transaction.execute("""
                insert into policy (name, version, content, effective_on, written_by, written_at)
                select name, max(version) + 1, cast(? as jsonb), date '2026-01-01', 'author', now()
                from policy where name = 'filing-workflow' group by name
                """, rule));
    }

    private static final String STRICT = WorkflowRule.SHIPPED.replace("\"oneHand\": true", "\"separate\": true");

    @Test
    void inOneHandFilingDoesEveryStageThatIsLeftAndWritesItDown() {
        var document = waiting(2026, DocumentState.ACCEPTED);
        assertThat(task(document).stage()).isEqualTo(Stage.CAPTURE);
        assertThat(file(archivist, document)).isEqualTo(1);
        List<StageDeed> deeds = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.workflow.deeds(handle, document.batchId()));
        assertThat(deeds)
                .extracting(StageDeed::to)
                .containsExactly(Stage.ARRANGE, Stage.APPRAISE, Stage.CHECK, Stage.REGISTER, Stage.FILE);
        assertThat(deeds).extracting(StageDeed::by).containsOnly("archivist");
    }

    @Test
    void whereStagesAreKeptApartNothingIsFiledBeforeItsTurn() {
        under(STRICT, () -> {
            var document = waiting(2026, DocumentState.ACCEPTED);
            assertThat(problem(() -> file(archivist, document))).isEqualTo("NOT_READY_FOR_FILING");
            assertThat(problem(() -> move(appraiser, document, PASS))).isEqualTo("NOT_YOUR_STAGE");
            assertThat(move(arranger, document, PASS)).isEqualTo(Stage.ARRANGE);
            assertThat(problem(() -> move(arranger, document, PASS))).isEqualTo("TWO_STAGES_IN_ONE_HAND");
            assertThat(move(reviewer, document, PASS)).isEqualTo(Stage.APPRAISE);
            assertThat(move(appraiser, document, PASS)).isEqualTo(Stage.CHECK);
            assertThat(move(reviewer, document, PASS)).isEqualTo(Stage.REGISTER);
            assertThat(move(archivist, document, PASS)).isEqualTo(Stage.FILE);
            assertThat(problem(() -> file(archivist, document))).isEqualTo("TWO_STAGES_IN_ONE_HAND");
            var second = archive.person("second-archivist", Role.ARCHIVIST);
            assertThat(file(second, document)).isEqualTo(1);
        });
    }

    @Test
    void aBatchGoesBackWithAReasonAndComesAgain() {
        under(STRICT, () -> {
            var document = waiting(2026, DocumentState.ACCEPTED);
            move(arranger, document, PASS);
            move(reviewer, document, PASS);
            assertThat(problem(() -> move(appraiser, document, new Deed.GiveBack(Stage.ARRANGE, " "))))
                    .isEqualTo("REASON_MISSING");
            assertThat(problem(() -> move(appraiser, document, new Deed.GiveBack(Stage.CHECK, "样例"))))
                    .isEqualTo("NOT_BACK_TO");
            assertThat(move(appraiser, document, new Deed.GiveBack(Stage.ARRANGE, "样例·缺附件")))
                    .isEqualTo(Stage.ARRANGE);
            assertThat(task(document).owner()).isEqualTo("appraiser");
            assertThat(move(reviewer, document, PASS)).isEqualTo(Stage.APPRAISE);
        });
    }

    @Test
    void arrangingIsNotDoneWhileDocumentsWaitToBeAccepted() {
        var document = waiting(2026, DocumentState.PROPOSED);
        move(arranger, document, PASS);
        assertThat(problem(() -> move(arranger, document, PASS))).isEqualTo("NOT_ALL_ACCEPTED");
    }

    @Test
    void theSecondOfTwoWhoMoveABatchIsTold() {
        var document = waiting(2026, DocumentState.ACCEPTED);
        var seen = task(document).version();
        move(archivist, document, PASS);
        assertThatThrownBy(() -> archive.doors
                        .database
                        .jdbi()
                        .useTransaction(transaction ->
                                archive.doors.workflow.move(transaction, archivist, document.batchId(), seen, PASS)))
                .isInstanceOf(Refused.class)
                .isNotInstanceOf(Malformed.class);
    }

    private static boolean isLate(Document document) {
        return archive
                .doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.workflow.lateness(handle))
                .late()
                .stream()
                .anyMatch(task -> task.batch().equals(document.batchId()));
    }

    private static long told(SignedIn who) {
        return archive.doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.workflow.lateness(handle))
                .concerning(who);
    }

    @Test
    void whoWaitsTooLongIsLateFirstItsOwnerIsToldThenTheNext() {
        var document = waiting(2026, DocumentState.ACCEPTED);
        archive.doors
                .database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into batch_stage values (?, 'REGISTER', ?, 1)",
                        document.batchId(),
                        NOON.atOffset(java.time.ZoneOffset.UTC)));
        try {
            archive.setTime(NOON.plus(15, ChronoUnit.DAYS));
            assertThat(isLate(document)).isFalse();
            var before = told(archivist);
            archive.setTime(NOON.plus(16, ChronoUnit.DAYS));
            assertThat(isLate(document)).isTrue();
            assertThat(told(archivist)).isGreaterThan(before);
            assertThat(told(leader)).isZero();
            archive.setTime(NOON.plus(31, ChronoUnit.DAYS));
            assertThat(told(leader)).isEqualTo(1);
        } finally {
            archive.setTime(NOON);
        }
    }

    @Test
    void lastYearsDocumentsAreLateAfterTheEndOfJune() {
        var old = waiting(2025, DocumentState.ACCEPTED);
        var young = waiting(2026, DocumentState.ACCEPTED);
        assertThat(isLate(old)).isTrue();
        assertThat(isLate(young)).isFalse();
        assertThat(task(old).firstYear()).contains(2025);
        file(archivist, old);
        assertThat(isLate(old)).isFalse();
    }
}
