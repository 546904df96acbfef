package lantai.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.ReferenceCodeRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A whole record passes everything; one broken thing makes exactly its own items fail. Real rows, real objects. */
class RecordRulesTest {
    @TempDir
    private static Path folder;

    private static Shelf shelf;

    @BeforeAll
    static void open() {
        shelf = new Shelf(folder);
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    @Test
    void aWholeRecordFailsNothingAtAnyStage() {
        var item = shelf.file(shelf.batch());
        for (var stage : Stage.values()) {
            var content = shelf.check(stage, Target.item(item.id()));
            assertThat(content.failures()).as(stage.name()).isEmpty();
            assertThat(content.verdict()).isEqualTo(Verdict.PASSED);
            assertThat(Shelf.result(content, Rule.VIRUS))
                    .as("no scanner is not passed")
                    .isEqualTo(Outcome.NOT_RUN);
            assertThat(content.count(Outcome.PASSED)).isGreaterThanOrEqualTo(stage == Stage.LONG_TERM ? 15 : 25);
        }
    }

    @Test
    void atLeastThirtyItemsAreAutomatic() {
        assertThat(Stream.of(Rule.values()).filter(rule -> !rule.isManual())).hasSizeGreaterThanOrEqualTo(30);
        assertThat(RecordChecks.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Rule.values())
                        .filter(rule -> rule.level() == Level.RECORD)
                        .toList());
    }

    /** A defect before filing: what is changed, and what then fails. */
    private record Defect(String name, Consumer<Shelf.Draft> change, Set<String> fails) {}

    private static Defect draft(String name, Consumer<Shelf.Draft> change, String... fails) {
        return new Defect(name, change, Set.of(fails));
    }

    private static Defect metadata(String name, Consumer<ObjectNode> change, String... fails) {
        return draft(name, draft -> draft.metadata = change, fails);
    }

    private static final List<Defect> DEFECTS = List.of(
            draft("a title of 501 characters", draft -> draft.title = "样".repeat(501), "1-2"),
            metadata("a long title in the package only", node -> node.put("title", "样".repeat(501)), "1-2", "2-10"),
            metadata("a date that is none", node -> node.put("date", "2025-02-30"), "1-3", "2-10"),
            metadata("a category nobody knows", node -> node.put("category", "QQ"), "1-4", "2-10"),
            draft("a kind nobody knows", draft -> draft.kind = "unheard-of", "1-4"),
            draft("a date in the future", draft -> draft.dated = LocalDate.of(2027, 1, 1), "1-5"),
            draft("a page before the first", draft -> draft.pages = List.of(new ItemPage(1, 1, 0, 0)), "1-5"),
            draft("an identity number with a wrong check digit", draft -> draft.title = "样例 990101199001011231", "1-5"),
            draft("a control character", draft -> draft.title = "样例\u0007" + draft.id, "1-6"),
            draft("a private-use character", draft -> draft.title = "样例\ue000" + draft.id, "1-6"),
            draft("a code of another year", draft -> draft.year = 2024, "1-7"),
            draft("a code of another term", draft -> draft.retention = "D10", "1-7"),
            draft(
                    "a code not built by the template",
                    draft -> draft.code = draft.code.replace("-D30-", "-D30-BGS-"),
                    "1-7"),
            metadata(
                    "metadata that names a file that is not there",
                    node -> node.withArray("components").addObject().put("path", "masters/002-缺.txt"),
                    "1-11",
                    "2-11"),
            draft("a file that nobody names", draft -> draft.more.put("masters/009-多.txt", "x"), "1-11", "2-11"),
            metadata("another schema", node -> node.put("schema", "other"), "1-12"),
            draft("a file out of place", draft -> draft.more.put("thumbs.db", "x"), "1-13"),
            metadata(
                    "a digest in the package that is not the register's",
                    node -> ((ObjectNode) node.path("components").get(0)).put("sm3", "0".repeat(64)),
                    "1-14"),
            metadata("an element left out", node -> node.remove("filedBy"), "2-3", "2-4", "2-10"),
            draft("no title", draft -> draft.title = "", "2-4"),
            draft("received by nobody", draft -> draft.received = false, "2-5"),
            draft(
                    "an event left out",
                    draft -> draft.premis = draft.premis.replace("message digest calculation", "something"),
                    "2-5"),
            metadata(
                    "an attachment that is not there",
                    node -> node.putArray("attachments").addObject().put("path", "masters/002-附件.pdf"),
                    "1-11",
                    "2-8"),
            metadata("another title in the package", node -> node.put("title", "样例·别的"), "2-10"),
            draft("events that are no XML", draft -> draft.premis = "<premis>", "1-12", "3-1"),
            draft("a format not allowed", draft -> draft.mime = "application/x-dosexec", "3-3"),
            metadata("no environment", node -> node.remove("environment"), "3-6"),
            metadata(
                    "an environment nobody knows",
                    node -> node.putObject("environment").put("system", "别的"),
                    "3-6"),
            draft("unpublished compression", draft -> draft.mime = "application/x-rar-compressed", "3-3", "3-8"));

    @TestFactory
    Stream<DynamicTest> eachDefectFailsItsOwnItems() {
        return DEFECTS.stream()
                .map(defect -> DynamicTest.dynamicTest(defect.name(), () -> {
                    var item = shelf.file(shelf.batch(), defect.change());
                    assertThat(failed(Stage.FILING, item)).isEqualTo(defect.fails());
                }));
    }

    @Test
    void aCodeBuiltByAnEarlierVersionOfTheRuleStaysRight() {
        var shipped = shelf.database
                .jdbi()
                .withHandle(handle ->
                        shelf.policies.inForce(handle, ReferenceCodeRule.POLICY).content());
        var four = "{fonds}-WS·{year}-{retention}-{item:4}";
        assertThat(shipped).contains(four);
        shelf.database
                .jdbi()
                .useTransaction(handle -> shelf.policies.seed(
                        handle, ReferenceCodeRule.POLICY, shipped.replace(four, four.replace(":4", ":5"))));
        assertThat(failed(Stage.FILING, shelf.file(shelf.batch()))).isEmpty();
        assertThat(failed(Stage.FILING, shelf.file(shelf.batch(), draft -> draft.code = digits(draft.code, "0"))))
                .isEmpty();
        assertThat(failed(Stage.FILING, shelf.file(shelf.batch(), draft -> draft.code = digits(draft.code, "00"))))
                .containsExactly("1-7");
    }

    private static String digits(String code, String more) {
        return code.replace("-D30-", "-D30-" + more);
    }

    @Test
    void theSameTwiceIsFound() {
        var one = shelf.file(shelf.batch(), draft -> draft.title = "样例·两次");
        var other = shelf.file(shelf.batch(), draft -> {
            draft.title = "样例· 两次";
            draft.documentNumber = one.documentNumber();
        });
        var content = shelf.check(Stage.FILING, Target.item(other.id()));
        assertThat(Shelf.failed(content)).containsExactly("1-8");
        assertThat(content.failures().getFirst().findings().getFirst().values())
                .contains(one.referenceCode().text());
    }

    @Test
    void bytesAlteredOnTheDiskAreFound() throws IOException {
        var item = shelf.file(shelf.batch());
        var file = shelf.store.file(item.objectId(), component(item).path());
        var text = Files.readString(file);
        Files.writeString(file, text.replace('样', '像'));
        assertThat(failed(Stage.LONG_TERM, item)).containsExactlyInAnyOrder("1-1", "1-14");
        Files.writeString(file, text + "!");
        assertThat(failed(Stage.FILING, item)).containsExactlyInAnyOrder("1-1", "1-10", "1-14");
        Files.delete(file);
        assertThat(failed(Stage.FILING, item)).contains("1-1", "1-10", "1-14", "2-7", "3-4");
    }

    private static lantai.record.Component component(Item item) {
        return shelf.database
                .jdbi()
                .withHandle(handle -> shelf.items.components(handle, item.id()))
                .getFirst();
    }

    @Test
    void whatTheReadersFindDecidesAboutContent() {
        var item = shelf.file(shelf.batch());
        content(item, "3-3", "1-10", content -> with(content, "application/x-elf", 1, "", false));
        content(item, "2-7", "", content -> with(content, content.mime(), 0, "", false));
        content(item, "3-4", "", content -> with(content, content.mime(), 1, "cannot be drawn", false));
        content(item, "3-7", "3-8", content -> with(content, content.mime(), 1, "", true));
    }

    private static Content with(Content content, String mime, int pages, String fault, boolean encrypted) {
        return new Content(
                content.state(),
                "",
                mime,
                content.puid(),
                pages,
                Optional.of(new Content.Drawn(0, fault, "")),
                encrypted,
                List.of(),
                content.signatures());
    }

    private static void content(
            Item item, String fails, String failsToo, java.util.function.UnaryOperator<Content> change) {
        shelf.contents = (_, component, _) -> change.apply(Shelf.opened(component));
        try {
            var expected = new java.util.HashSet<>(Set.of(fails));
            if (!failsToo.isEmpty()) {
                expected.add(failsToo);
            }
            assertThat(failed(Stage.FILING, item)).isEqualTo(expected);
        } finally {
            shelf.contents = (_, component, _) -> Shelf.opened(component);
        }
    }

    @Test
    void aSignatureIsPassedOnlyWhenTheSignerIsTrusted() {
        var item = shelf.file(shelf.batch());
        assertThat(signed(item, SignatureFact.State.ALTERED)).isEqualTo(Outcome.FAILED);
        assertThat(signed(item, SignatureFact.State.OUT_OF_TERM)).isEqualTo(Outcome.FAILED);
        assertThat(signed(item, SignatureFact.State.UNVERIFIABLE)).isEqualTo(Outcome.NOT_RUN);
        assertThat(signed(item, SignatureFact.State.INTACT)).isEqualTo(Outcome.NOT_RUN);
    }

    private static Outcome signed(Item item, SignatureFact.State state) {
        shelf.contents = (_, component, _) -> {
            var opened = Shelf.opened(component);
            return new Content(
                    opened.state(),
                    "",
                    opened.mime(),
                    opened.puid(),
                    1,
                    opened.drawn(),
                    false,
                    List.of(),
                    Optional.of(List.of(new SignatureFact("PDF", state, "", "CN=样例", List.of("ab")))));
        };
        try {
            return Shelf.result(shelf.check(Stage.LONG_TERM, Target.item(item.id())), Rule.FIXED_INFORMATION);
        } finally {
            shelf.contents = (_, component, _) -> Shelf.opened(component);
        }
    }

    @Test
    void anInfectedFileStopsTheRecord() {
        var item = shelf.file(shelf.batch());
        shelf.virus = Judgement.failed("infected", "样例");
        try {
            var content = shelf.check(Stage.FILING, Target.item(item.id()));
            assertThat(Shelf.failed(content)).containsExactly("4-2");
            assertThat(content.verdict()).isEqualTo(Verdict.FAILED);
        } finally {
            shelf.virus = Judgement.notRun("no-scanner");
        }
    }

    @Test
    void anAdministratorMustNotHandleRecords() {
        var item = shelf.file(shelf.batch());
        shelf.sql("update account set roles = array['SYSTEM_ADMINISTRATOR']");
        try {
            assertThat(failed(Stage.FILING, item)).containsExactly("4-7");
        } finally {
            shelf.sql("update account set roles = array['ARCHIVIST']");
        }
    }

    @Test
    void aFormatFitForKeepingTodayMayBeObsoleteTomorrow() {
        var policy = CheckPolicy.parse(
                CheckPolicy.shipped()
                        .replace(
                                "{\"format\": \"text/plain\", \"label\": \"纯文本\", \"preservation\": true",
                                "{\"format\": \"text/plain\", \"label\": \"纯文本\", \"preservation\": true, \"obsoleteOn\": \"2026-11-22\""));
        assertThat(policy.format("text/plain", "").orElseThrow().obsoleteOn()).isPresent();
        var item = shelf.file(shelf.batch());
        var facts = new FactFinder(shelf.doors, () -> Shelf.NOW).filed(item, List.of(Rule.PRESERVATION_FORMAT), policy);
        assertThat(FormatChecks.preservation(facts, policy).outcome()).isEqualTo(Outcome.FAILED);
        var word = shelf.file(shelf.batch(), draft -> draft.mime = "application/msword");
        assertThat(failed(Stage.LONG_TERM, word)).containsExactly("3-5");
    }

    @Test
    void aRowThatCannotBeReadIsTold() {
        var item = shelf.file(shelf.batch());
        var facts = new FactFinder(shelf.doors, () -> Shelf.NOW);
        var policy = CheckPolicy.parse(CheckPolicy.shipped());
        assertThat(ProcessChecks.row(facts.filed(item, List.of(), policy), policy)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        shelf.sql("update item set title = 'changed below' where id = ?", item.id());
        assertThat(ProcessChecks.row(facts.filed(item, List.of(), policy), policy)
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void aWholeBatchFailsNothingAndItsTotalsAreCompared() {
        var batch = fresh();
        var content = shelf.check(Stage.FILING, Target.batch(batch));
        assertThat(content.failures()).isEmpty();
        assertThat(content.found().records()).isEqualTo(2);
        assertThat(Shelf.result(content, Rule.TOTAL_BYTES)).isEqualTo(Outcome.PASSED);
        assertThat(Shelf.result(content, Rule.CARRIER_LOOK)).isEqualTo(Outcome.MANUAL);
        assertThat(Shelf.result(content, Rule.SCANNER)).isEqualTo(Outcome.NOT_RUN);

        var declared = new CheckRun.Declared(OptionalLong.of(3), OptionalLong.of(1));
        assertThat(Shelf.failed(shelf.check(Stage.RECEIPT, Target.batch(batch), declared)))
                .containsExactlyInAnyOrder("2-1", "2-2");
    }

    private static int fresh = 100;

    /** A batch of two records that are numbered on their own. */
    private static UUID fresh() {
        var batch = shelf.batch();
        var retention = "D" + ++fresh;
        for (var i = 1; i <= 2; i++) {
            var number = i;
            shelf.file(batch, draft -> {
                draft.retention = retention;
                draft.code = "J057-WS·2025-%s-%04d".formatted(retention, number);
            });
        }
        return batch;
    }

    @Test
    void aMissingNumberIsFoundUntilItIsExplained() {
        var batch = shelf.batch();
        shelf.file(batch, draft -> {
            draft.retention = "D99";
            draft.code = "J057-WS·2025-D99-0003";
        });
        var content = shelf.check(Stage.FILING, Target.batch(batch));
        assertThat(Shelf.failed(content)).containsExactly("2-6");
        assertThat(content.failures().getFirst().findings().getFirst().values()).contains("1–2");
        shelf.database.jdbi().useTransaction(transaction -> {
            shelf.gaps.explain(transaction, shelf.archivist.actor(), "J057-WS·2025-D99-", 1, 2, "样例");
        });
        assertThat(Shelf.failed(shelf.check(Stage.FILING, Target.batch(batch)))).isEmpty();
    }

    @Test
    void whatIsOutOfScopeOrMissingFromTheChecklistIsFound() {
        var batch = fresh();
        shelf.sql(
                "update item set kind = 'unit-enrolment' where id in (select id from document where batch_id = ?)",
                batch);
        var content = shelf.check(Stage.FILING, Target.batch(batch));
        assertThat(Shelf.failed(content)).contains("2-9");
        assertThat(content.failures().stream()
                        .filter(failure -> failure.rule().equals("2-9"))
                        .flatMap(failure -> failure.findings().stream())
                        .map(ReportContent.Finding::code))
                .containsOnly("material-missing-unconfirmed");
        shelf.sql(
                "update item set kind = 'unheard-of' where id in (select id from document where batch_id = ?)", batch);
        assertThat(shelf.check(Stage.FILING, Target.batch(batch)).failures().stream()
                        .filter(failure -> failure.rule().equals("2-9"))
                        .flatMap(failure -> failure.findings().stream())
                        .map(ReportContent.Finding::code))
                .containsOnly("out-of-scope");
    }

    @Test
    void whatWasDeliveredAndIsInNoRecordIsFound() {
        var batch = fresh();
        shelf.sql("""
                insert into received_file (id, batch_id, path, sha256, size, step, seen_before, received_at, changed_at)
                select gen_random_uuid(), batch_id, 'Thumbs.db', sha256, size, 'PROPOSED', true, now(), now()
                from received_file where batch_id = ? limit 1
                """, batch);
        assertThat(Shelf.failed(shelf.check(Stage.FILING, Target.batch(batch)))).containsExactly("4-3");
    }

    @Test
    void theHouseIsLookedAtOnceInARun() {
        var batch = fresh();
        shelf.scanner = Judgement.failed("scanner-old", 9, 7);
        shelf.backup = Optional.of(Shelf.NOW.minusSeconds(30L * 86_400));
        try {
            assertThat(Shelf.failed(shelf.check(Stage.LONG_TERM, Target.part("J057", "", Optional.empty(), 1))))
                    .contains("4-1", "4-9");
            shelf.backup = Optional.of(Shelf.NOW.minusSeconds(86_400));
            shelf.scanner = Judgement.passed();
            var content = shelf.check(Stage.FILING, Target.batch(batch));
            assertThat(Shelf.result(content, Rule.SCANNER)).isEqualTo(Outcome.PASSED);
            assertThat(Shelf.result(content, Rule.AUDIT_TRAIL)).isEqualTo(Outcome.PASSED);
        } finally {
            shelf.scanner = Judgement.notRun("no-scanner");
            shelf.backup = Optional.empty();
        }
    }

    private static Set<String> failed(Stage stage, Item item) {
        return Shelf.failed(shelf.check(stage, Target.item(item.id())));
    }
}
