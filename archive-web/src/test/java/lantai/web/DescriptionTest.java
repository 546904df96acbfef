package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.description.DescriptionEdit;
import lantai.description.DescriptionRows;
import lantai.description.DescriptionVersion;
import lantai.description.RelationKind;
import lantai.description.Tie;
import lantai.ingest.filing.OlderOrigins;
import lantai.ingest.job.JobKind;
import lantai.record.Item;
import lantai.record.Origin;
import lantai.storage.FixityDigest;
import lantai.web.bench.InvariantChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions after filing, down to the object: each version is one of the object too, and the master is never touched. */
class DescriptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static SignedIn archivist;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static long change(Item item, String code, String value) {
        return archive.doors
                .database
                .jdbi()
                .inTransaction(transaction -> archive.doors.descriptions.change(
                        transaction,
                        archivist,
                        item.id(),
                        new DescriptionEdit(
                                archive.doors.items.get(transaction, item.id()).version(),
                                Map.of(code, value, "responsible", "样例中心", "date", "2025-03-04"),
                                "样例·" + value)))
                .number();
    }

    private static void write(UUID item) throws IOException {
        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(item);
    }

    private static JsonNode metadata(Item item) throws IOException {
        return JSON.readTree(
                archive.doors.store.file(item.objectId(), "metadata.json").toFile());
    }

    private static int orders(UUID item) {
        return archive.doors
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from scheduled_tasks where task_name = 'describe-item' and task_instance = :id")
                        .bind("id", item.toString())
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void eachVersionIsAVersionOfTheObjectAndTheMasterStays() throws Exception {
        var item = archive.file(archivist, "甲件", 2025, "D30");
        var component = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.items.components(handle, item.id()))
                .getFirst();
        change(item, "scope", "第一次提要");
        var second = change(item, "scope", "第二次提要");
        assertThat(orders(item.id())).isEqualTo(1);
        write(item.id());

        var store = archive.doors.store;
        assertThat(store.version(item.objectId())).isEqualTo(3);
        assertThat(store.validate(item.objectId())).isEmpty();
        var master = store.file(item.objectId(), component.path());
        assertThat(FixityDigest.of(master)).isEqualTo(component.fixity());
        assertThat(master.toString()).contains("/v1/content/");
        var metadata = metadata(item);
        assertThat(metadata.path("descriptionVersion").asLong()).isEqualTo(second);
        assertThat(metadata.path("describedBy").asText()).isEqualTo("archivist");
        assertThat(metadata.path("describedBecause").asText()).isEqualTo("样例·第二次提要");
        assertThat(metadata.path("elements").findValuesAsText("name")).contains("范围和提要", "责任者", "题名");
        assertThat(metadata.path("components")).hasSize(1);
        var events = Files.readString(store.file(item.objectId(), "premis.xml"));
        assertThat(events.split("metadata modification", -1)).hasSize(3);
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(store.file(item.objectId(), "premis.xml").toFile());
        List<DescriptionVersion> versions =
                archive.doors.database.jdbi().withHandle(handle -> new DescriptionRows().all(handle, item.id()));
        assertThat(versions).extracting(DescriptionVersion::objectVersion).containsExactly(3, 2, 1);
    }

    @Test
    void howARecordCameToBeIsCorrectedByItsDescriptionAndKeptInRegisterAndObject() throws IOException {
        var item = archive.file(archivist, "扫描而来", 2025, "D30");
        assertThat(metadata(item).path("origin").asText())
                .isEqualTo(item.origin().name());
        change(item, "origin", "数字化");
        write(item.id());
        var after = archive.doors.database.jdbi().withHandle(handle -> archive.doors.items.get(handle, item.id()));
        assertThat(item.origin()).isEqualTo(Origin.BORN_DIGITAL);
        assertThat(after.origin()).isEqualTo(Origin.DIGITISED);
        assertThat(metadata(after).path("origin").asText()).isEqualTo("DIGITISED");
    }

    @Test
    void recordsOfEarlierDaysAreToldByTheirFiles() throws IOException {
        var item = archive.file(archivist, "早年归档", 2025, "D30");
        var jdbi = archive.doors.database.jdbi();
        jdbi.useHandle(handle -> handle.execute("update item set origin = null where id = ?", item.id()));
        var ordered = new java.util.ArrayList<java.util.UUID>();
        var older = new OlderOrigins(
                jdbi,
                archive.doors.items,
                archive.doors.texts,
                archive.doors.documents,
                archive.doors.files,
                (_, id) -> ordered.add(id));
        assertThat(older.tell()).isPositive();
        assertThat(older.tell()).as("nothing is left").isZero();
        assertThat(ordered).contains(item.id());
        assertThat(jdbi.withHandle(handle -> archive.doors.items.get(handle, item.id()))
                        .origin())
                .isEqualTo(Origin.BORN_DIGITAL);
    }

    @Test
    void workThatComesTwiceEndsTheSame() throws IOException {
        var item = archive.file(archivist, "乙件", 2025, "D30");
        change(item, "note", "样例");
        write(item.id());
        archive.doors
                .database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update description_version set object_version = null where item_id = ? and number > 1",
                        item.id()));
        write(item.id());
        assertThat(archive.doors.store.version(item.objectId())).isEqualTo(2);
        archive.doors
                .database
                .jdbi()
                .useHandle(handle -> assertThat(new DescriptionRows().unwritten(handle, item.id()))
                        .isEmpty());
        write(UUID.randomUUID());
    }

    @Test
    void aForgottenOrderIsGivenAgain() throws IOException {
        var item = archive.file(archivist, "丙件", 2025, "D30");
        change(item, "note", "样例");
        var jdbi = archive.doors.database.jdbi();
        jdbi.useHandle(handle -> handle.execute("delete from scheduled_tasks"));
        jdbi.useTransaction(archive.doors.jobs::orderForgotten);
        assertThat(orders(item.id())).isEqualTo(1);
        write(item.id());
    }

    @Test
    void aRelationStandsInTheObjectByItsCode() throws IOException {
        var item = archive.file(archivist, "丁件", 2025, "D30");
        var other = archive.file(archivist, "戊件", 2025, "D30");
        archive.doors
                .database
                .jdbi()
                .useTransaction(transaction -> archive.doors.descriptions.relate(
                        transaction,
                        archivist,
                        item.id(),
                        1,
                        new Tie(RelationKind.CORRECTS, true, other.id()),
                        "样例·数字有误"));
        write(item.id());
        var relation = metadata(item).path("relations").path(0);
        assertThat(relation.path("name").asText()).isEqualTo("更正");
        assertThat(relation.path("referenceCode").asText())
                .isEqualTo(other.referenceCode().text());
        assertThat(metadata(item).toString()).doesNotContain(other.id().toString());
    }

    @Test
    void newWordsAreJudgedAndWhoeverNamesAPersonIsFound() throws IOException {
        var item = archive.file(archivist, "己件公开通知", 2025, "D30");
        change(item, "note", "身份证号 11010519491231002X");
        assertThat(archive.doors
                        .database
                        .jdbi()
                        .withHandle(handle -> archive.doors.items.get(handle, item.id()))
                        .isPersonal())
                .isTrue();
    }

    @Test
    void theJudgeIsContentWithWhatWasDescribedAnew() throws Exception {
        var item = archive.file(archivist, "庚件", 2025, "D30");
        change(item, "note", "样例");
        write(item.id());
        List<String> broken = archive.doors.database.jdbi().withHandle(handle -> {
            try {
                return new InvariantChecker(handle.getConnection(), data).check(Map.of());
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        assertThat(broken).noneMatch(line -> line.contains(item.id().toString()) || line.contains("damaged"));
    }
}
