package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.filing.ItemParticular;
import lantai.ingest.filing.ItemParticulars;
import lantai.ingest.filing.ParticularTrace;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.intake.Source;
import lantai.ingest.job.JobKind;
import lantai.ingest.pipeline.Proposing;
import lantai.ingest.propose.Field;
import lantai.ingest.reader.Reading;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.ingest.review.ParticularDesk;
import lantai.ingest.review.ParticularValue;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.removal.Condemned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the papers tell beside their description, from the reading to the filed record. */
class ParticularFilingTest {
    private static final String PAPER = """
        医疗保险费用结算单
        入院日期：2025-03-01\t出院日期：2025-03-12
        医疗费用总额：18,642.35\t全自费金额：420.00
        超限价金额：68.20\t先行自付金额：1,150.15
        符合政策范围金额：17,004.00\t个人编号：9901012345
        """;

    @TempDir
    private Path data;

    private TestArchive archive;
    private SignedIn archivist;
    private ParticularDesk desk;

    @BeforeEach
    void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
        desk = new ParticularDesk(archive.doors.documents, archive.doors.audit, archive.doors.clock);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void whatIsReadIsCorrectedFiledAndAskedFor() throws IOException {
        var proposed = received();
        assertThat(values(proposed)).containsEntry("total", "18642.35").containsEntry("admission-day", "2025-03-01");

        var corrected = correct(proposed, Map.of("discharge-day", "2025年3月13日", "diagnosis", "胆囊结石"));
        assertThat(values(corrected)).containsEntry("discharge-day", "2025-03-13");
        assertThat(corrected.version()).isGreaterThan(proposed.version());
        assertThatThrownBy(() -> correct(proposed, Map.of("total", "1"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> correct(corrected, Map.of("total", "很多"))).isInstanceOf(Malformed.class);

        var item = filed(corrected);
        var all = particulars(item);
        assertThat(all).extracting(ItemParticular::code).contains("total", "eligible", "personal-number", "diagnosis");
        assertThat(all)
                .filteredOn(one -> one.code().equals("discharge-day"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.confirmed()).isTrue();
                    assertThat(one.confidence()).isEqualTo(1);
                });
        var asked = archive.doors
                .database
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                            select code from item_particular
                            where code = 'total' and amount between 18000 and 19000
                               or code = 'discharge-day' and day = date '2025-03-13'
                            order by code
                            """).mapTo(String.class).list());
        assertThat(asked).containsExactly("discharge-day", "total");
        assertThat(metadata(item).path("particulars")).anySatisfy(one -> {
            assertThat(one.path("particular").asText()).isEqualTo("discharge-day");
            assertThat(one.path("name").asText()).isEqualTo("出院日期");
            assertThat(one.path("value").asText()).isEqualTo("2025-03-13");
            assertThat(one.path("confirmed").asBoolean()).isTrue();
        });
    }

    @Test
    void aCorrectionIsUndoneAndReadingAgainKeepsIt() {
        var proposed = received();
        var corrected = correct(proposed, Map.of("total", "18642.53"));
        archive.doors.database.jdbi().useTransaction(transaction -> {
            var again = proposing().propose(transaction, corrected.pages()).keeping(corrected.particulars());
            assertThat(again.particulars().get("total"))
                    .extracting(ParticularValue::value)
                    .isEqualTo("18642.53");
        });
        var back = archive.doors
                .database
                .jdbi()
                .inTransaction(transaction -> archive.doors.review.undo(transaction, archivist, proposed.batchId()));
        assertThat(values(back.getFirst())).containsEntry("total", "18642.35");
    }

    @Test
    void nothingOfItIsLeftOfADestroyedRecord() {
        var item = filed(received());
        archive.doors.database.jdbi().useTransaction(transaction -> {
            var row = archive.doors.items.get(transaction, item);
            assertThat(new ParticularTrace().forget(transaction, new Condemned(item, row.objectId(), List.of())))
                    .isEmpty();
        });
        assertThat(particulars(item)).isEmpty();
    }

    private Proposing proposing() {
        return new Proposing(
                archive.doors.rules,
                archive.doors.particulars,
                archive.doors.work,
                new ReceivedFiles(archive.doors.clock));
    }

    private Document received() {
        try {
            var jdbi = archive.doors.database.jdbi();
            var batch = jdbi.inTransaction(transaction ->
                    archive.doors.batches.open(transaction, Optional.of(archivist), "样例", Source.COMMAND));
            var bytes = new ByteArrayInputStream(PAPER.getBytes(StandardCharsets.UTF_8));
            var receipt = archive.doors.intake.receive(batch.id(), Optional.of(archivist), "样例.txt", bytes, Map.of());
            var work = Files.createDirectories(archive.doors.work.of(receipt.fileId()));
            Files.writeString(work.resolve(Reading.TEXT), PAPER);
            return jdbi.inTransaction(transaction -> {
                transaction.createUpdate("""
                    update received_file set step = 'PROPOSED', mime = 'text/plain', puid = '',
                        format_name = 'text' where id = :id
                    """).bind("id", receipt.fileId()).execute();
                var pages = List.of(new DocumentPage(1, receipt.fileId(), 0, 0));
                return archive.doors.documents.add(
                        transaction, batch.id(), proposing().propose(transaction, pages), pages);
            });
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Document correct(Document document, Map<String, String> typed) {
        return archive.doors
                .database
                .jdbi()
                .inTransaction(transaction -> desk.correct(
                        transaction,
                        archivist,
                        document.id(),
                        document.version(),
                        typed,
                        archive.doors.particulars.rules(transaction)));
    }

    private UUID filed(Document document) {
        archive.doors.database.jdbi().useTransaction(transaction -> {
            var fields = new EnumMap<Field, FieldValue>(Field.class);
            Map.of(
                            Field.CATEGORY, "YW",
                            Field.KIND, "settlement",
                            Field.RETENTION, "D10",
                            Field.YEAR, "2025",
                            Field.TITLE, "样例·结算单")
                    .forEach((field, value) -> fields.put(field, new FieldValue(value, true, List.of())));
            archive.doors.documents.change(transaction, document, fields, DocumentState.ACCEPTED);
            archive.doors.filing.file(transaction, archivist, List.of(document.id()), archive.doors.rules.kinds());
            transaction.execute("delete from scheduled_tasks");
        });
        try {
            archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document.id());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return document.id();
    }

    private List<ItemParticular> particulars(UUID item) {
        return archive.doors
                .database
                .jdbi()
                .withHandle(handle -> new ItemParticulars().of(handle, item, archive.doors.particulars.rules(handle)));
    }

    private JsonNode metadata(UUID item) throws IOException {
        var object = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.items.get(handle, item))
                .objectId();
        return new ObjectMapper()
                .readTree(archive.doors.store.file(object, "metadata.json").toFile());
    }

    private static Map<String, String> values(Document document) {
        return document.particulars().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().value()));
    }
}
