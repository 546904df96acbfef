package lantai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.database.Database;
import lantai.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever alters what was written down breaks the chain at that place. */
class AuditChainTest {
    private static final int ENTRIES = 7;

    private final AuditTrail trail = new AuditTrail(() -> Instant.parse("2026-11-20T01:02:03Z"));
    private Database database;
    private AuditChain chain;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        chain = new AuditChain(database.jdbi());
        for (var i = 1; i <= ENTRIES; i++) {
            write("item-" + i);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(String subject) {
        database.jdbi()
                .useTransaction(transaction -> trail.record(
                        transaction,
                        new Actor(Optional.of(new UUID(1, 1)), "archivist", false),
                        AuditAction.ITEM_READ,
                        new Subject("item", subject),
                        Map.of("page", "1")));
    }

    /** What only the owner of the database can do, triggers and references switched off. */
    private void tamper(String sql) {
        database.jdbi().useTransaction(transaction -> {
            transaction.execute("set local session_replication_role = replica");
            transaction.execute(sql);
        });
    }

    @Test
    void everyEntryIsLinkedOnceAndTheChainIsWhole() {
        assertThat(chain.link()).isEqualTo(ENTRIES);
        assertThat(chain.link()).isZero();
        write("later");
        assertThat(chain.link()).isEqualTo(1);
        assertThat(chain.firstBreak()).isEmpty();
    }

    @Test
    void anEmptyChainIsWhole() {
        assertThat(chain.firstBreak()).isEmpty();
    }

    @Test
    void anEntryOfARunningTransactionWaits() {
        database.jdbi().useTransaction(running -> {
            trail.record(running, Actor.SYSTEM, AuditAction.VERIFIED, new Subject("store", "all"), Map.of());
            write("beside it");
            assertThat(chain.link()).isEqualTo(ENTRIES);
        });
        assertThat(chain.link()).isEqualTo(2);
        assertThat(chain.firstBreak()).isEmpty();
    }

    @Test
    void ordinaryMeansCannotAlterAnything() {
        chain.link();
        for (var sql : new String[] {
            "update audit_entry set actor_name = 'nobody'",
            "delete from audit_entry",
            "truncate audit_entry cascade",
            "update audit_chain set sm3 = repeat('0', 64)",
            "delete from audit_chain"
        }) {
            assertThatException()
                    .as(sql)
                    .isThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(sql)))
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void aChangedEntryIsFound() {
        chain.link();
        for (var change : new String[] {
            "actor_name = 'nobody'",
            "actor_id = null",
            "at = at + interval '1 microsecond'",
            "at_machine = true",
            "action = 'ITEM_FILED'",
            "subject_id = 'item-9'",
            "detail = '{\"page\": \"2\"}'"
        }) {
            tamper("create table if not exists kept as select * from audit_entry");
            tamper("update audit_entry set " + change + " where subject_id = 'item-4'");
            assertThat(chain.firstBreak()).as(change).contains(4L);
            tamper("delete from audit_entry");
            tamper("insert into audit_entry overriding system value select * from kept");
            assertThat(chain.firstBreak()).isEmpty();
        }
    }

    @Test
    void aRemovedEntryIsFoundWhereverItStood() {
        chain.link();
        tamper("delete from audit_entry where subject_id = 'item-" + ENTRIES + "'");
        assertThat(chain.firstBreak()).as("the last").contains((long) ENTRIES);
        tamper("delete from audit_entry where subject_id = 'item-3'");
        assertThat(chain.firstBreak()).as("one in the middle").contains(3L);
        tamper("delete from audit_entry where subject_id = 'item-1'");
        assertThat(chain.firstBreak()).as("the first").contains(1L);
    }

    @Test
    void anEntryRemovedTogetherWithItsLinkIsFound() {
        chain.link();
        tamper("delete from audit_chain where position = 5");
        tamper("delete from audit_entry where subject_id = 'item-5'");
        assertThat(chain.firstBreak()).contains(5L);
    }

    @Test
    void anEntrySlippedInIsFound() {
        chain.link();
        write("slipped in");
        tamper("update audit_chain set position = -position where position >= 3");
        tamper("update audit_chain set position = 1 - position where position < 0");
        tamper("insert into audit_chain select 3, (select max(id) from audit_entry), sm3, sha256 from audit_chain"
                + " where position = 4");
        assertThat(chain.firstBreak()).contains(3L);
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        chain.link();
        tamper("update audit_chain set entry_id = -entry_id where position in (2, 6)");
        tamper("update audit_chain c set entry_id = (select e.id from audit_entry e where e.subject_id ="
                + " case c.position when 2 then 'item-6' else 'item-2' end) where c.position in (2, 6)");
        assertThat(chain.firstBreak()).contains(2L);
    }

    @Test
    void aChainLongerThanOneBatchIsLinkedAndWalked() {
        database.jdbi().useTransaction(transaction -> transaction.execute("""
                insert into audit_entry (at, actor_name, at_machine, action, subject_type, subject_id, detail)
                select now(), 'system', false, 'VERIFIED', 'store', 'many-' || n, '{}' from generate_series(1, 1500) n
                """));
        assertThat(chain.link()).isEqualTo(1000);
        assertThat(chain.link()).isEqualTo(500 + ENTRIES);
        assertThat(chain.firstBreak()).isEmpty();
        tamper("update audit_entry set subject_id = 'other' where subject_id = 'many-1400'");
        assertThat(chain.firstBreak()).contains(1400L + ENTRIES);
    }
}
