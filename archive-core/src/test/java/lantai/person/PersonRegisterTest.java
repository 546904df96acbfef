package lantai.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.key.KeyRing;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of insured persons: one entry for each number, and no number in clear. */
class PersonRegisterTest {
    private static final IdNumber NUMBER = new IdNumber("990101197811110565");
    private static final IdNumber OTHER = new IdNumber("990101198506141239");

    @TempDir
    Path keys;

    private Database database;
    private PersonRegister persons;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        persons = new PersonRegister(KeyRing.open(keys), new AuditTrail(() -> Instant.EPOCH), () -> Instant.EPOCH);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private InsuredPerson register(IdNumber number, String name) {
        return database.jdbi().inTransaction(transaction -> persons.register(transaction, Actor.SYSTEM, number, name));
    }

    @Test
    void aPersonIsFoundByTheNumberAndShownMasked() {
        var registered = register(NUMBER, "样例甲");
        assertThat(registered.maskedId()).isEqualTo("990101********0565");
        database.jdbi().useHandle(handle -> {
            assertThat(persons.find(handle, NUMBER)).contains(registered);
            assertThat(persons.get(handle, registered.id())).isEqualTo(registered);
            assertThat(persons.find(handle, OTHER)).isEmpty();
            assertThat(persons.reveal(handle, registered.id())).isEqualTo(NUMBER);
        });
    }

    @Test
    void theNumberStandsNowhereInClear() {
        register(NUMBER, "样例甲");
        database.jdbi().useHandle(handle -> {
            var row = handle.createQuery("select cast(insured_person as text) from insured_person")
                    .mapTo(String.class)
                    .one();
            assertThat(row).doesNotContain(NUMBER.text());
            var cipher = handle.createQuery("select id_cipher from insured_person")
                    .mapTo(byte[].class)
                    .one();
            assertThat(new String(cipher, StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER.text());
            var audited = handle.createQuery("select cast(audit_entry as text) from audit_entry")
                    .mapTo(String.class)
                    .one();
            assertThat(audited).contains("PERSON_REGISTERED").doesNotContain(NUMBER.text());
        });
    }

    @Test
    void theSameNumberIsTheSamePersonWhateverTheName() {
        var first = register(NUMBER, "样例甲");
        assertThat(register(NUMBER, "样例乙")).isEqualTo(first);
        assertThat(register(OTHER, "样例甲").id()).isNotEqualTo(first.id());
    }

    @Test
    void twoWhoRegisterAtOnceGetTheSamePerson() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = List.of(
                    threads.submit(() -> {
                        start.await();
                        return register(NUMBER, "样例甲");
                    }),
                    threads.submit(() -> {
                        start.await();
                        return register(NUMBER, "样例甲");
                    }));
            start.countDown();
            assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
        }
    }

    @Test
    void namesAreFoundByTheirBeginningAndAsAWhole() {
        register(NUMBER, "样例甲");
        register(OTHER, "样例%");
        database.jdbi().useHandle(handle -> {
            assertThat(persons.named(handle, "样例")).hasSize(2);
            assertThat(persons.named(handle, "样例%")).hasSize(1);
            assertThat(persons.named(handle, "例")).isEmpty();
            assertThat(persons.anyNamed(handle, Set.of("样例", "样例甲"))).isTrue();
            assertThat(persons.anyNamed(handle, Set.of("样例", "例甲"))).isFalse();
            assertThat(persons.anyNamed(handle, Set.of())).isFalse();
        });
    }

    @Test
    void whoIsToBeIdentifiedGivesNumberAndName() {
        var registered = register(NUMBER, "样例甲");
        database.jdbi().useHandle(handle -> {
            assertThat(persons.identified(handle, " 990101 19781111 0565", " 样例甲 "))
                    .isEqualTo(registered);
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> persons.identified(handle, NUMBER.text(), "样例乙"));
            assertThatExceptionOfType(Refused.class)
                    .as("told with the same words")
                    .isThrownBy(() -> persons.identified(handle, OTHER.text(), "样例甲"));
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> persons.identified(handle, "990101197811110566", "样例甲"));
        });
    }

    @Test
    void whoIsNotRegisteredIsNotFound() {
        database.jdbi().useHandle(handle -> {
            var nobody = UUID.randomUUID();
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> persons.get(handle, nobody));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> persons.reveal(handle, nobody));
        });
    }
}
