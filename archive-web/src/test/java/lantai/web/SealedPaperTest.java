package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.Source;
import lantai.ingest.propose.Field;
import lantai.ingest.reader.Reading;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.FieldValue;
import lantai.ingest.seal.SealState;
import lantai.ingest.seal.SealedPaper;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers with the mark of a state secret, from rejection to the proof that nothing is left, on a real database and folders. */
class SealedPaperTest {
    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Disposal disposal;
    private static Jdbi jdbi;
    private static SignedIn archivist;
    private static SignedIn guardian;
    private static int number;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        disposal = new Disposal(archive.doors, archive.signIns, data);
        jdbi = archive.doors.database.jdbi();
        archivist = archive.person("archivist", Role.ARCHIVIST);
        guardian = archive.person("guardian", Role.SECURITY_ADMINISTRATOR);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /** A file that was received and read, with a document of one of its pages under review. */
    private record Received(UUID batch, UUID file, String text, String sha256) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRejectedSecretIsClosedToEverybodyAtOnceAndNothingBringsItBack() throws IOException {
        var received = receive("样例会议纪要.pdf");
        jdbi.useHandle(
                handle -> handle.execute("update batch set title = '样例会议纪要.pdf' where id = ?", received.batch()));
        var secret = document(received, 1, "机密★10年");
        var beside = document(received, 2, "");
        derive(received);
        var paper = reject(secret);

        List<Document> papers =
                jdbi.withHandle(handle -> archive.doors.documents.all(handle, List.of(secret.id(), beside.id())));
        assertThat(papers)
                .as("other papers of the same file are closed with it")
                .allSatisfy(document -> {
                    assertThat(document.fields()).isEmpty();
                    assertThat(document.state().name()).isEqualTo("REJECTED");
                });
        disposal.sealed.run(paper.id());
        assertThat(archive.doors.work.of(received.file())).doesNotExist();
        assertThat(pictures(received)).doesNotExist();
        var file = jdbi.withHandle(handle -> archive.doors.files.get(handle, received.file()));
        assertThat(file.step().name()).isEqualTo("SEALED");
        assertThat(file.path()).startsWith("样＊＊＊-").endsWith(".pdf").doesNotContain("会议");
        var delivery = jdbi.withHandle(handle -> archive.doors.batches.get(handle, received.batch()));
        assertThat(delivery.title()).as("a delivery of one file bears its name").doesNotContain("会议");
        assertThat(archive.doors.intake.retry(archivist, List.of(received.file())))
                .isZero();
        assertThat(archive.doors.intake.keepAsIs(archivist, List.of(received.file())))
                .isZero();
        assertThat(archive.doors.intake.cancel(archivist, received.batch())).isZero();
        refused(
                "NOT_UNDER_REVIEW",
                () -> jdbi.useTransaction(handle -> archive.doors.review.takeUp(handle, archivist, secret.id())));
        refused(
                "NOTHING_TO_UNDO",
                () -> jdbi.useTransaction(handle -> archive.doors.review.undo(handle, archivist, received.batch())));
        refused("SEALED_BEFORE", () -> deliver(batch(), "另一个名字.pdf", received.bytes()));
        assertThat(archive.doors.staging.holds(received.sha256()))
                .as("until it is handed over")
                .isTrue();
    }

    @Test
    void twoDifferentPeopleHandItOverAndTheSearchFindsNothingAfterwards() throws IOException {
        var received = receive("样例保密件.pdf");
        var again = deliver(batch(), "同一份.pdf", received.bytes());
        var paper = reject(document(received, 1, "秘密"));
        assertThat(paper.mark()).isEqualTo("秘密");
        assertThat(paper.files())
                .extracting(SealedPaper.SealedFile::id)
                .as("the same bytes that came another way")
                .containsExactlyInAnyOrder(received.file(), again);

        refused("NOT_NOW", () -> confirm(guardian, paper));
        assertThatThrownBy(() -> declare(guardian, paper, "交保密办", " ")).isInstanceOf(Malformed.class);
        declare(guardian, paper, "交保密办", "无");
        refused("SAME_PERSON", () -> confirm(guardian, paper));
        declare(archivist, paper, "2026-11-22 交保密办，凭证 样例-7", "扫描仪存储已清除");
        confirm(guardian, paper);
        refused("NOT_NOW", () -> declare(archivist, paper, "改口", "无"));
        derive(received);
        disposal.sealed.run(paper.id());

        var gone = jdbi.withHandle(handle -> archive.doors.sealed.get(handle, paper.id()));
        assertThat(gone.proof().orElseThrow()).contains("\"remains\": []");
        assertThat(gone.state()).isEqualTo(SealState.CLEARED);
        assertThat(gone.declared().orElseThrow().by()).isEqualTo("archivist");
        assertThat(gone.confirmed().orElseThrow().by()).isEqualTo("guardian");
        var batch = jdbi.withHandle(handle -> archive.doors.batches.get(handle, received.batch()));
        assertThat(batch.gone()).isEqualTo(new Batch.Gone(1, 0));
        assertThat(archive.doors.staging.holds(received.sha256())).isFalse();
        assertThat(pictures(received)).doesNotExist();
        assertThat(count("received_file where sha256 = '" + received.sha256() + "'"))
                .isZero();
        refused("SEALED_BEFORE", () -> deliver(batch(), "又来.pdf", received.bytes()));
        assertThat(archive.doors.staging.holds(received.sha256()))
                .as("refused bytes are not kept")
                .isFalse();
    }

    @Test
    void somethingLeftBehindKeepsThePaperOpenUntilItIsGone() throws IOException {
        var received = receive("样例残留.pdf");
        var paper = reject(document(received, 1, "绝密"));
        declare(archivist, paper, "交保密办", "无");
        confirm(guardian, paper);
        var copy = Files.write(
                Files.createDirectories(data.resolve("work").resolve("stray")).resolve("copy"), received.bytes());
        refused("REMAINS", () -> disposal.sealed.run(paper.id()));
        SealedPaper open = jdbi.withHandle(handle -> archive.doors.sealed.get(handle, paper.id()));
        assertThat(open).satisfies(still -> {
            assertThat(still.state()).isEqualTo(SealState.HANDED_OVER);
            assertThat(still.proof().orElseThrow()).contains(copy.toString());
        });
        Files.delete(copy);
        disposal.sealed.run(paper.id());
        assertThat(jdbi.withHandle(handle -> archive.doors.sealed.get(handle, paper.id()))
                        .state())
                .isEqualTo(SealState.CLEARED);
    }

    @Test
    void aFileOfAnotherPaperThatWasJoinedWithTheSameFileDoesNotGoWithIt() throws IOException {
        var secret = receive("样例密.pdf");
        var plain = receive("样例普通.pdf");
        jdbi.useTransaction(handle -> archive.doors.documents.add(
                handle,
                secret.batch(),
                Map.of(Field.TITLE, new FieldValue("样例", true, List.of())),
                List.of(new DocumentPage(1, secret.file(), 2, 0), new DocumentPage(2, plain.file(), 1, 0))));
        var paper = reject(document(secret, 1, "机密"));
        declare(archivist, paper, "交保密办", "无");
        confirm(guardian, paper);
        disposal.sealed.run(paper.id());
        assertThat(archive.doors.staging.holds(secret.sha256())).isFalse();
        assertThat(archive.doors.staging.holds(plain.sha256())).isTrue();
        assertThat(archive.doors.intake.retry(archivist, List.of(plain.file())))
                .as("it is aside and can be tried again")
                .isEqualTo(1);
    }

    @Test
    void aRecordFiledFromTheSameFileHasToBeDestroyedFirst() throws IOException {
        var item = archive.file(archivist, "样例已归档的同一文件", 2024, "D10");
        var received = receive("样例.txt", "样例已归档的同一文件");
        var paper = reject(document(received, 1, "机密"));
        declare(archivist, paper, "交保密办", "无");
        assertThatThrownBy(() -> confirm(guardian, paper))
                .hasMessageContaining("IN_THE_ARCHIVE")
                .hasMessageContaining(item.referenceCode().text());
    }

    private static void refused(String problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        failure -> assertThat(failure.problem().name()).isEqualTo(problem));
    }

    private static SealedPaper reject(Document document) {
        jdbi.useTransaction(
                handle -> archive.doors.review.reject(handle, archivist, document.id(), document.version(), "涉密"));
        return jdbi.withHandle(handle -> archive.doors.sealed.list(handle, 0, 50)).stream()
                .filter(paper -> paper.documents().contains(document.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void declare(SignedIn who, SealedPaper paper, String where, String carriers) {
        jdbi.useTransaction(handle -> archive.doors.sealed.declare(handle, who, paper.id(), where, carriers));
    }

    private static void confirm(SignedIn who, SealedPaper paper) {
        jdbi.useTransaction(handle -> archive.doors.sealed.confirm(handle, who, paper.id()));
        // what the job does is called by the test
        jdbi.useHandle(handle -> handle.execute("delete from scheduled_tasks"));
    }

    private static UUID batch() {
        return jdbi.inTransaction(
                        handle -> archive.doors.batches.open(handle, Optional.of(archivist), "样例批次", Source.COMMAND))
                .id();
    }

    private static Received receive(String path) throws IOException {
        return receive(path, "样例 " + ++number);
    }

    private static Received receive(String path, String text) throws IOException {
        var batch = batch();
        var file = deliver(batch, path, text.getBytes(StandardCharsets.UTF_8));
        jdbi.useHandle(handle -> handle.execute("update received_file set step = 'PROPOSED' where id = ?", file));
        Files.writeString(Files.createDirectories(archive.doors.work.of(file)).resolve(Reading.TEXT), "样例");
        var sha256 =
                jdbi.withHandle(handle -> archive.doors.files.get(handle, file)).sha256();
        return new Received(batch, file, text, sha256);
    }

    private static UUID deliver(UUID batch, String path, byte[] bytes) throws IOException {
        var receipt = archive.doors.intake.receive(
                batch, Optional.of(archivist), path, new ByteArrayInputStream(bytes), Map.of("title", "样例"));
        jdbi.useHandle(handle -> handle.execute("delete from scheduled_tasks"));
        return receipt.fileId();
    }

    private static Document document(Received received, int page, String mark) {
        var fields = mark.isEmpty()
                ? Map.of(Field.TITLE, new FieldValue("样例题名", true, List.of()))
                : Map.of(
                        Field.TITLE,
                        new FieldValue("样例题名", true, List.of()),
                        Field.SECRECY_MARK,
                        new FieldValue(mark, false, List.of()));
        return jdbi.inTransaction(handle -> archive.doors.documents.add(
                handle, received.batch(), fields, List.of(new DocumentPage(1, received.file(), page, 0))));
    }

    private static Path pictures(Received received) {
        return data.resolve("derivatives")
                .resolve(received.sha256().substring(0, 2))
                .resolve(received.sha256());
    }

    private static void derive(Received received) throws IOException {
        Files.writeString(Files.createDirectories(pictures(received)).resolve("page-0001-000.jpg"), "picture");
    }

    private static int count(String where) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + where)
                .mapTo(Integer.class)
                .one());
    }
}
