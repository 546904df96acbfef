package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.intake.Source;
import lantai.ingest.pipeline.UnseenAcceptance;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.Suggestion;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.policy.RuleContent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be accepted unseen, on a real database. */
class UnseenAcceptanceTest {
    private static final String KIND = "statistics-month";
    private static final int LOOKS = 200;

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static SignedIn archivist;
    private static UUID batch;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("first", Role.ARCHIVIST);
        batch = archive.doors
                .database
                .jdbi()
                .inTransaction(
                        handle -> archive.doors.batches.open(handle, Optional.of(archivist), "样例", Source.COMMAND))
                .id();
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void nothingIsAcceptedUnlessTheAgencySaysSoAndPeopleHaveTaughtTheKind() {
        assertThat(look(Map.of()).state()).isEqualTo(DocumentState.PROPOSED);

        rule(1);
        assertThat(look(Map.of()).state()).as("nobody taught it").isEqualTo(DocumentState.PROPOSED);

        var seen = document(Map.of());
        archive.doors
                .database
                .jdbi()
                .useTransaction(handle -> archive.doors.review.accept(
                        handle, archivist, seen.id(), seen.version(), Map.of(), archive.doors.rules.kinds()));
        archive.doors.rules.changed();

        int accepted = 0;
        int drawn = 0;
        for (int i = 0; i < LOOKS; i++) {
            var document = look(Map.of());
            var kind = document.fields().get(Field.KIND);
            assertThat(kind.confirmed()).as("nobody has confirmed it").isFalse();
            if (document.state() == DocumentState.ACCEPTED) {
                accepted++;
            } else {
                assertThat(kind.drawn()).isTrue();
                assertThat(document.clear()).as("somebody has to look").isFalse();
                drawn++;
            }
        }
        assertThat(accepted).isGreaterThan(LOOKS / 2);
        assertThat(drawn).as("about a fifth is drawn").isBetween(LOOKS / 20, LOOKS * 2 / 5);

        assertThat(look(Map.of(Field.PERSON_NAME, 0.99)).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(look(Map.of(Field.TITLE, 0.5)).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(look(Map.of(Field.KIND, 0.9)).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(look(Map.of(Field.SECRECY_MARK, 0.9)).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(told()).as("each is in the audit trail").isEqualTo(accepted);
    }

    @Test
    void aRuleThatChecksNothingIsRefused() {
        var none = RuleContent.parse("{\"accept\": true, \"certainty\": 97, \"examples\": 20, \"recheck\": 0}");
        var faults = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> UnseenAcceptance.houseRule().faults(handle, none));
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem().toString()).isEqualTo("RECHECK"));
    }

    private static void rule(int examples) {
        archive.doors
                .database
                .jdbi()
                .useTransaction(handle -> archive.doors.policies.seed(
                        handle,
                        "unseen-acceptance",
                        "{\"accept\": true, \"certainty\": 97, \"examples\": " + examples + ", \"recheck\": 20}"));
    }

    private static Document look(Map<Field, Double> otherwise) {
        var document = document(otherwise);
        return archive.doors.database.jdbi().inTransaction(handle -> {
            archive.doors.unseen.look(handle, document);
            return archive.doors.documents.get(handle, document.id());
        });
    }

    /** A clear paper, with these fields as sure as told. */
    private static Document document(Map<Field, Double> otherwise) {
        var fields = new EnumMap<Field, FieldValue>(Field.class);
        fields.put(Field.KIND, read(Field.KIND, KIND, 0.99));
        fields.put(Field.CATEGORY, read(Field.CATEGORY, "YW", 0.99));
        fields.put(Field.RETENTION, read(Field.RETENTION, "D10", 0.97));
        fields.put(Field.TITLE, read(Field.TITLE, "医疗保险统计月报表", 0.95));
        fields.put(Field.YEAR, read(Field.YEAR, "2025", 0.95));
        otherwise.forEach((field, sure) ->
                fields.compute(field, (_, known) -> read(field, known == null ? "样例" : known.value(), sure)));
        return archive.doors.database.jdbi().inTransaction(handle -> {
            var file = file();
            handle.createUpdate("update received_file set step = 'PROPOSED' where id = :id")
                    .bind("id", file)
                    .execute();
            return archive.doors.documents.add(handle, batch, fields, List.of(new DocumentPage(1, file, 1, 0)));
        });
    }

    private static UUID file() {
        var name = "样例" + UUID.randomUUID() + ".txt";
        try {
            return archive.doors
                    .intake
                    .receive(
                            batch,
                            Optional.of(archivist),
                            name,
                            new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)),
                            Map.of())
                    .fileId();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static FieldValue read(Field field, String value, double sure) {
        return new FieldValue(
                value, false, List.of(new Suggestion(field, value, value, sure, Optional.empty(), "label-inline")));
    }

    private static int told() {
        return archive.doors
                .database
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select count(*) from audit_entry
                        where action = 'DOCUMENT_ACCEPTED' and cast(detail as text) like '%unseen-acceptance%'
                        """).mapTo(Integer.class).one());
    }
}
