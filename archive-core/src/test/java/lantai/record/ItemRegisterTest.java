package lantai.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Visibility;
import lantai.access.VisibleItems;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.problem.NotFound;
import lantai.retention.RetentionPeriod;
import lantai.storage.Fixity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of filed items and what a viewer finds in it. */
class ItemRegisterTest {
    private final ItemRegister items = new ItemRegister();
    private final ItemCatalogue catalogue = new ItemCatalogue();
    private Database database;
    private UUID person;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        person = UUID.randomUUID();
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into insured_person (id, name, id_hash, id_cipher, id_masked, registered_at)"
                                + " values (?, '样例甲', 'a', 'b', '', now())",
                        person));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Item item(int number, Optional<UUID> person, Privacy privacy, String dated) {
        var id = new UUID(1, number);
        return new Item(
                id,
                new ReferenceCode("J057-WS·2025-D30-%04d".formatted(number)),
                "J057",
                Category.WS,
                "notice",
                "通知",
                2025,
                RetentionPeriod.parse("D30").orElseThrow(),
                "样例 " + number,
                "样医保发〔2025〕1号",
                "样例市医疗保障局",
                Optional.of(dated).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                Optional.empty(),
                person,
                privacy,
                Origin.BORN_DIGITAL,
                1,
                Item.objectIdOf(id),
                1,
                Instant.parse("2026-11-20T01:02:03.000004Z").plusSeconds(number),
                "archivist",
                1);
    }

    private static Component component(String sha256) {
        return new Component(
                1, "样例.pdf", new Fixity(sha256, "b".repeat(64), 12), "application/pdf", "fmt/276", "PDF 1.7");
    }

    private Item add(Item item) {
        database.jdbi()
                .useTransaction(transaction -> items.add(
                        transaction, item, List.of(component("a".repeat(64))), List.of(new ItemPage(1, 1, 1, 90))));
        return item;
    }

    private long announced(UUID item) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from outbox where item_id = :id")
                        .bind("id", item)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void whatIsAddedComesBackAsItWasAndIsAnnouncedToTheIndex() {
        var item = add(item(1, Optional.of(person), new Privacy(true, 3), "2025-03-04"));
        database.jdbi().useHandle(handle -> {
            assertThat(items.get(handle, item.id())).isEqualTo(item);
            assertThat(items.find(handle, item.referenceCode())).contains(item);
            assertThat(items.components(handle, item.id())).containsExactly(component("a".repeat(64)));
            assertThat(items.pages(handle, item.id())).containsExactly(new ItemPage(1, 1, 1, 90));
            assertThat(items.page(handle, item.id(), 1).turn()).isEqualTo(90);
        });
        assertThat(announced(item.id())).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var item = add(item(1, Optional.empty(), Privacy.UNJUDGED, ""));
        database.jdbi().useHandle(handle -> {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> items.get(handle, new UUID(9, 9)));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> items.page(handle, item.id(), 2));
            assertThat(items.find(handle, new ReferenceCode("J057-WS·2025-D30-9999")))
                    .isEmpty();
        });
    }

    @Test
    void noTwoItemsHaveOneReferenceCodeOrOneObjectAndAFailureLeavesNothing() {
        var first = add(item(1, Optional.empty(), Privacy.UNJUDGED, ""));
        assertThatException().isThrownBy(() -> add(first));
        var sameCode = new Item(
                new UUID(2, 1),
                first.referenceCode(),
                "J057",
                Category.WS,
                "",
                "",
                2025,
                new RetentionPeriod.Permanent(),
                "样例",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Privacy.UNJUDGED,
                Origin.UNKNOWN,
                0,
                Item.objectIdOf(new UUID(2, 1)),
                1,
                Instant.EPOCH,
                "archivist",
                1);
        assertThatException().isThrownBy(() -> add(sameCode)).withMessageContaining("reference_code");
        assertThat(announced(first.id())).isEqualTo(1);
        assertThat(announced(sameCode.id())).isZero();
    }

    @Test
    void aPersonsItemsComeByDateAndUndatedOnesAtTheEndOfTheirYear() {
        add(item(1, Optional.of(person), Privacy.UNJUDGED, ""));
        add(item(2, Optional.of(person), Privacy.UNJUDGED, "2025-06-01"));
        add(item(3, Optional.of(person), Privacy.UNJUDGED, "2025-01-01"));
        add(item(4, Optional.empty(), Privacy.UNJUDGED, "2025-01-02"));
        var ofPerson = database.jdbi().withHandle(handle -> items.ofPerson(handle, person));
        assertThat(ofPerson).extracting(Item::title).containsExactly("样例 3", "样例 2", "样例 1");
    }

    @Test
    void anItemIsPersonalUntilItIsJudgedOtherwise() {
        var item = add(item(1, Optional.empty(), Privacy.UNJUDGED, ""));
        assertThat(item.isPersonal()).isTrue();
        database.jdbi().useTransaction(transaction -> items.judged(transaction, item.id(), new Privacy(false, 2)));
        database.jdbi().useHandle(handle -> {
            assertThat(items.get(handle, item.id()).isPersonal()).isFalse();
            assertThat(catalogue.notJudgedBy(handle, 2, 10)).isEmpty();
            assertThat(catalogue.notJudgedBy(handle, 3, 10)).hasSize(1);
        });
        assertThat(announced(item.id())).as("the index hears of it").isEqualTo(2);
    }

    @Test
    void anItemTiedToAPersonIsPersonalWhateverWasJudged() {
        var item = add(item(1, Optional.of(person), new Privacy(false, 2), ""));
        assertThat(item.isPersonal()).isTrue();
        add(item(2, Optional.empty(), new Privacy(true, 2), ""));
        var open = add(item(3, Optional.empty(), new Privacy(false, 2), ""));
        database.jdbi()
                .useHandle(handle -> assertThat(new VisibleItems().newest(handle, new Visibility.NotPersonal(), 10))
                        .containsExactly(open.id()));
    }

    @Test
    void itemsFiledBeforeTheRuleExistedArePersonal() {
        database.jdbi().useHandle(handle -> handle.execute("""
                insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                    document_number, responsible, page_count, object_id, object_version, filed_at, filed_by, version)
                values ('00000000-0000-0007-0000-000000000007', 'J057-WS·2024-D30-0007', 'J057', 'WS', '', '', 2024,
                    'D30', '样例', '', '', 0, 'urn:7', 1, now(), 'archivist', 1)
                """));
        database.jdbi().useHandle(handle -> {
            assertThat(items.get(handle, new UUID(7, 7)).privacy()).isEqualTo(Privacy.UNJUDGED);
            assertThat(new VisibleItems().newest(handle, new Visibility.NotPersonal(), 10))
                    .isEmpty();
        });
    }

    @Test
    void anotherHolderOfTheSameBytesIsNamed() {
        var first = add(item(1, Optional.empty(), Privacy.UNJUDGED, ""));
        var second = add(item(2, Optional.empty(), Privacy.UNJUDGED, ""));
        database.jdbi().useHandle(handle -> {
            assertThat(catalogue.holderOf(handle, "a".repeat(64), second.id())).contains(first.referenceCode());
            assertThat(catalogue.holderOf(handle, "c".repeat(64), second.id())).isEmpty();
        });
    }
}
