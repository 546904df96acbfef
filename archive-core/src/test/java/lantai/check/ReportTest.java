package lantai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.policy.RuleContent;
import lantai.problem.ArchiveException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as records: signed, never changed, tested again beside the old; runs that stop and go on. */
class ReportTest {
    @TempDir
    private static Path folder;

    private static Shelf shelf;
    private static UUID batch;

    @BeforeAll
    static void open() {
        shelf = new Shelf(folder);
        batch = shelf.batch();
        for (var i = 0; i < 25; i++) {
            shelf.file(batch);
        }
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    private static Report report(UUID id) {
        return shelf.database.jdbi().withHandle(handle -> shelf.desk.reports().get(handle, id));
    }

    private static String text(UUID id) {
        return shelf.database.jdbi().withHandle(handle -> shelf.desk.reports().text(handle, id));
    }

    private static CheckRun order(Stage stage, Target target) {
        return shelf.database
                .jdbi()
                .inTransaction(transaction -> shelf.desk.order(
                        transaction,
                        shelf.archivist,
                        new CheckDesk.Order(stage, target, "样例", CheckRun.Declared.NOTHING)));
    }

    @Test
    void anybodyCanVerifyAReportWithThePublicKey() throws GeneralSecurityException {
        var report =
                report(shelf.carryOut(order(Stage.FILING, Target.batch(batch)).id()));
        var bytes = text(report.id()).getBytes(StandardCharsets.UTF_8);
        var provider = new BouncyCastleProvider();
        assertThat(report.sm3())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SM3", provider).digest(bytes)));
        var pem = shelf.desk.reports().publicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
        var key = KeyFactory.getInstance("EC", provider)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        assertThat(verified(provider, key, bytes, report.signature())).isTrue();
        bytes[bytes.length / 2] ^= 1;
        assertThat(verified(provider, key, bytes, report.signature())).isFalse();
    }

    private static boolean verified(
            BouncyCastleProvider provider, java.security.PublicKey key, byte[] bytes, String signature)
            throws GeneralSecurityException {
        var verifier = Signature.getInstance("SM3withSM2", provider);
        verifier.initVerify(key);
        verifier.update(bytes);
        return verifier.verify(HexFormat.of().parseHex(signature));
    }

    @Test
    void aReportIsNeverChangedAndATestAgainKeepsTheOld() {
        var first =
                report(shelf.carryOut(order(Stage.RECEIPT, Target.batch(batch)).id()));
        var before = text(first.id());
        assertThatThrownBy(() -> shelf.sql("update check_report set verdict = 'PASSED'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> shelf.sql("delete from check_report")).hasMessageContaining("append-only");

        var again = shelf.database
                .jdbi()
                .inTransaction(transaction -> shelf.desk.retest(transaction, shelf.archivist, first.id()));
        var second = report(shelf.carryOut(again.id()));
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.before()).contains(first.id());
        assertThat(shelf.content(second.id()).retestOf()).isEqualTo(first.number());
        assertThat(text(first.id())).isEqualTo(before);
    }

    @Test
    void whatOnlyAPersonCanSeeMakesANewVersion() {
        var first =
                report(shelf.carryOut(order(Stage.FILING, Target.batch(batch)).id()));
        assertThat(first.manual()).isEqualTo(3);
        var noted = note(first.id(), "4-5", true, "盘面完好");
        assertThat(noted.number()).isEqualTo(first.number());
        assertThat(noted.version()).isEqualTo(2);
        assertThat(noted.manual()).isEqualTo(2);
        assertThat(noted.passed()).isEqualTo(first.passed() + 1);
        assertThat(shelf.content(noted.id()).notes().getFirst().by()).isEqualTo("样例·archivist");
        assertThat(shelf.content(first.id()).notes()).isEmpty();
        var failing = note(noted.id(), "4-6", false, "读不出第三张");
        assertThat(failing.verdict()).isEqualTo(Verdict.WARNED);
        refused("NEWER_VERSION", () -> note(first.id(), "4-4", true, "晚了"));
        refused("NOT_MANUAL", () -> note(failing.id(), "1-1", true, "机器的事"));
        refused("NOTE_MISSING", () -> note(failing.id(), "4-4", true, " "));
    }

    private static Report note(UUID report, String rule, boolean passed, String note) {
        return shelf.database
                .jdbi()
                .inTransaction(
                        transaction -> shelf.desk.note(transaction, shelf.archivist, report, rule, passed, note));
    }

    @Test
    void aRunGoesOnWhereItWasPausedAndNothingIsCountedTwice() throws IOException {
        var run = order(Stage.LONG_TERM, Target.part("J057", "WS", Optional.of(2025), 1));
        assertThat(run.total()).isEqualTo(25);
        var looked = new int[1];
        shelf.contents = (_, component, _) -> {
            if (++looked[0] == 12) {
                shelf.database
                        .jdbi()
                        .useTransaction(transaction -> shelf.desk.pause(transaction, shelf.archivist, run.id()));
            }
            return Shelf.opened(component);
        };
        shelf.work.run(run.id());
        var paused = shelf.database.jdbi().withHandle(handle -> shelf.desk.run(handle, run.id()));
        assertThat(paused.state()).isEqualTo(CheckRun.State.PAUSED);
        assertThat(paused.done()).isEqualTo(10);
        shelf.work.run(run.id());
        shelf.database.jdbi().useTransaction(transaction -> shelf.desk.resume(transaction, shelf.archivist, run.id()));
        var report = report(shelf.carryOut(run.id()));
        assertThat(report.records()).isEqualTo(25);
        assertThat(shelf.content(report.id()).lines().getFirst().counts().passed())
                .isEqualTo(25);
        refused(
                "NOT_NOW",
                () -> shelf.database
                        .jdbi()
                        .useTransaction(transaction -> shelf.desk.cancel(transaction, shelf.archivist, run.id())));
    }

    @Test
    void theSameCheckOrderedTwiceRunsOnce() {
        var target = Target.part("J057", "WS", Optional.empty(), 1);
        var first = order(Stage.LONG_TERM, target);
        assertThat(order(Stage.LONG_TERM, target).id()).isEqualTo(first.id());
        assertThat(order(Stage.RECEIPT, target).id()).isNotEqualTo(first.id());
        shelf.database.jdbi().useTransaction(transaction -> shelf.desk.pause(transaction, shelf.archivist, first.id()));
        assertThat(order(Stage.LONG_TERM, target).id()).isEqualTo(first.id());
        shelf.database
                .jdbi()
                .useTransaction(transaction -> shelf.desk.cancel(transaction, shelf.archivist, first.id()));
        assertThat(order(Stage.LONG_TERM, target).id()).isNotEqualTo(first.id());
    }

    @Test
    void aCancelledRunReportsNothing() throws IOException {
        var run = order(Stage.LONG_TERM, Target.part("J057", "", Optional.empty(), 1));
        shelf.database.jdbi().useTransaction(transaction -> shelf.desk.cancel(transaction, shelf.archivist, run.id()));
        shelf.work.run(run.id());
        assertThat(shelf.database
                        .jdbi()
                        .withHandle(handle -> shelf.desk.run(handle, run.id()))
                        .report())
                .isEmpty();
        refused("NOTHING_TO_CHECK", () -> order(Stage.LONG_TERM, Target.part("J057", "KU", Optional.empty(), 1)));
        refused("PART_MALFORMED", () -> Target.part("x", "", Optional.empty(), 1));
    }

    @Test
    void codesThatWereNotSeenAreOurOwnAndMarked() {
        assertThat(Rule.REFERENCE_CODE.code(Stage.FILING)).isEqualTo("GD-1-7");
        assertThat(Rule.REFERENCE_CODE.code(Stage.RECEIPT)).isEqualTo("YJ-1-7");
        assertThat(Rule.REFERENCE_CODE.code(Stage.LONG_TERM)).isEqualTo("LT-1-7");
        assertThat(Rule.READABILITY.code(Stage.FILING)).isEqualTo("LT-3-4");
        var content = shelf.check(Stage.FILING, Target.batch(batch));
        assertThat(content.lines())
                .filteredOn(line -> !line.standardCode())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.code()).startsWith("LT-"));
        assertThat(content.lines())
                .filteredOn(ReportContent.Line::standardCode)
                .allSatisfy(line -> assertThat(line.code()).startsWith("GD-"));
    }

    @Test
    void listsAreSortedAndFiltered() {
        shelf.check(Stage.FILING, Target.batch(batch));
        shelf.check(Stage.FILING, Target.item(someItem()));
        var all = new Reports.Filter(Optional.empty(), Optional.empty(), Optional.empty());
        var reports = shelf.database
                .jdbi()
                .withHandle(handle -> shelf.desk.reports().list(handle, all, Reports.Order.NUMBER, true, 0, 100));
        assertThat(reports).extracting(Report::kind).doesNotContain(Target.Kind.ITEM);
        assertThat(reports).extracting(Report::number).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var ofItems = new Reports.Filter(Optional.of(Stage.FILING), Optional.empty(), Optional.of(Target.Kind.ITEM));
        assertThat(shelf.database
                        .jdbi()
                        .<Integer, RuntimeException>withHandle(
                                handle -> shelf.desk.reports().count(handle, ofItems)))
                .isPositive();
        assertThat(shelf.database
                        .jdbi()
                        .<Boolean, RuntimeException>withHandle(handle ->
                                shelf.desk.reports().ofItem(handle, someItem()).isPresent()))
                .isTrue();
    }

    private static UUID someItem() {
        return shelf.database
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select id from document where batch_id = :batch order by id limit 1")
                        .bind("batch", batch)
                        .mapTo(UUID.class)
                        .one());
    }

    @Test
    void thePolicyFitsItsFormAndSaysWhatIsWrong() {
        var shipped = RuleContent.parse(CheckPolicy.shipped());
        assertThat(CheckPolicyForm.FORM.faults(shipped)).isEmpty();
        assertThat(CheckPolicy.parse(CheckPolicy.shipped()).rules(Stage.FILING)).hasSizeGreaterThan(35);
        refused(
                "POLICY_INVALID",
                () -> CheckPolicy.parse(
                        CheckPolicy.shipped().replace("\"element\": \"title\"", "\"element\": \"tittle\"")));
        refused("POLICY_INVALID", () -> CheckPolicy.parse(CheckPolicy.shipped().replace("Y|[DE](", "Y|[DE](((")));
    }

    @Test
    void numbersOnTheirWayAreNoGaps() {
        var left = WholeChecks.without(new WholeChecks.Run(1, 10), new java.util.TreeSet<>(List.of(1, 4, 5, 10, 12)));
        assertThat(WholeChecks.told(left)).isEqualTo("2–3、6–9");
    }

    private static void refused(String problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ArchiveException.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo(problem));
    }
}
