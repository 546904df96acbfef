package lantai.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules have versions, days from which they hold, and a history that nobody alters. */
class PolicyCentreTest {
    private static final String NAME = "loan-days";
    private static final Actor ARCHIVIST = new Actor(Optional.of(new UUID(1, 1)), "archivist", false);

    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private final PolicyCentre policies =
            new PolicyCentre(new AuditTrail(() -> now), () -> now, ZoneId.of("Asia/Shanghai"));
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(String content, String from) {
        database.jdbi()
                .useTransaction(transaction -> policies.write(
                        transaction,
                        ARCHIVIST,
                        new Policy(NAME, 0, content, LocalDate.parse(from), ARCHIVIST.name(), now, "", "", "")));
    }

    private void seed(String content) {
        database.jdbi().useTransaction(transaction -> policies.seed(transaction, NAME, content));
    }

    private int inForce() {
        return database.jdbi()
                .withHandle(handle -> policies.inForce(handle, NAME).version());
    }

    private int versions() {
        return database.jdbi()
                .withHandle(handle -> policies.history(handle, NAME).size());
    }

    @Test
    void aRuleNeverWrittenIsNotFound() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(this::inForce);
        assertThat(versions()).isZero();
    }

    @Test
    void aVersionHoldsFromItsDayInTheAgencysTimeZone() {
        write("{\"days\": 7}", "2026-11-01");
        write("{\"days\": 5}", "2026-11-21");
        assertThat(inForce()).isEqualTo(1);
        now = Instant.parse("2026-11-20T15:59:59Z");
        assertThat(inForce()).as("a second before midnight in Shanghai").isEqualTo(1);
        now = Instant.parse("2026-11-20T16:00:00Z");
        assertThat(inForce()).isEqualTo(2);
    }

    @Test
    void ofTwoVersionsForTheSameDayTheLaterHolds() {
        write("{\"days\": 7}", "2026-11-01");
        write("{\"days\": 6}", "2026-11-01");
        assertThat(inForce()).isEqualTo(2);
    }

    @Test
    void anEarlierDayWrittenLaterDoesNotOvertake() {
        write("{\"days\": 7}", "2026-11-10");
        write("{\"days\": 6}", "2026-11-01");
        assertThat(inForce()).isEqualTo(1);
    }

    @Test
    void theHistoryKeepsWhoWroteWhatNewestFirst() {
        write("{\"days\": 7}", "2026-11-01");
        write("{\"days\": 5}", "2026-11-02");
        var history = database.jdbi().withHandle(handle -> policies.history(handle, NAME));
        assertThat(history).extracting(Policy::version).containsExactly(2, 1);
        assertThat(history.getLast().content()).isEqualTo("{\"days\": 7}");
        assertThat(history.getLast().writtenBy()).isEqualTo("archivist");
        assertThat(history.getLast().writtenAt()).isEqualTo(now);
    }

    @Test
    void whatIsNotJsonIsRefusedAndLeavesNothing() {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> write("{\"days\": ", "2026-11-01"));
        assertThat(versions()).isZero();
    }

    @Test
    void aShippedRuleIsRenewedUntilSomebodyAtTheAgencyWritesOne() {
        seed("{\"days\": 7}");
        seed("{ \"days\" : 7 }");
        assertThat(versions()).as("the same rule is not written again").isEqualTo(1);
        seed("{\"days\": 9}");
        assertThat(inForce()).isEqualTo(2);
        write("{\"days\": 3}", "2026-11-20");
        seed("{\"days\": 11}");
        assertThat(versions()).isEqualTo(3);
        assertThat(inForce()).isEqualTo(3);
    }

    @Test
    void everyVersionIsAudited() {
        write("{\"days\": 7}", "2026-11-01");
        var audited = database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select actor_name || ' ' || action || ' ' || subject_id || ' ' || (detail ->> 'version')"
                                        + " from audit_entry")
                        .mapTo(String.class)
                        .list());
        assertThat(audited).containsExactly("archivist POLICY_CHANGED loan-days 1");
    }
}
