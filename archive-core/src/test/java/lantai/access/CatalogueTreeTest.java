package lantai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lantai.access.VisibleItems.Count;
import lantai.access.VisibleItems.Node;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.record.ItemCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree over 100 000 records: counts that agree with what a reader may see, and answers in time. */
class CatalogueTreeTest {
    private static final int ITEMS = 100_000;
    private static final int ROUNDS = 21;
    private static final long LIMIT_MILLIS = 300;

    private static Database database;

    private final VisibleItems visible = new VisibleItems();

    /** Twenty classes of five years, one record in four about a person. */
    @BeforeAll
    static void fill() {
        database = TestDatabase.fresh();
        database.jdbi().useHandle(handle -> {
            handle.createUpdate("""
                            insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                                document_number, responsible, personal, personal_rule, page_count, object_id,
                                object_version, filed_at, filed_by, version, code_class, code_scope, item_number, origin,
                                has_files)
                            select gen_random_uuid(), scope || lpad(cast(n as text), 6, '0'), 'J057',
                                (array['WS', 'YW', 'KU', 'ZP'])[1 + c % 4], '', '', 2020 + y, 'D30', '样例', '', '',
                                n % 4 = 0, 1, 1, 'urn:' || scope || n, 1, now(), 'test', 1, 'C' || c, scope, n,
                                case when n % 1000 = 0 then 'BORN_DIGITAL' else 'DIGITISED' end, n % 500 <> 1
                            from (select n, (n - 1) % 20 as c, (n - 1) / 20 % 5 as y,
                                'J057-C' || (n - 1) % 20 || '·' || 2020 + (n - 1) / 20 % 5 || '-D30-' as scope
                                from generate_series(1, :items) n) made
                            """).bind("items", ITEMS).execute();
            handle.execute("vacuum analyze item");
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private List<Count> counts(Visibility visibility) {
        return database.jdbi().withHandle(handle -> visible.counts(handle, visibility));
    }

    private List<UUID> in(Node node, String after, int size) {
        return database.jdbi().withHandle(handle -> visible.in(handle, new Visibility.All(), node, after, size));
    }

    @Test
    void everyRecordIsCountedOnceAndOnlyWhatMayBeSeen() {
        assertThat(counts(new Visibility.All())).hasSize(100).allMatch(count -> count.items() == ITEMS / 100);
        var open = counts(new Visibility.NotPersonal());
        assertThat(open.stream().mapToInt(Count::items).sum()).isEqualTo(ITEMS * 3 / 4);
        assertThat(counts(new Visibility.None())).isEmpty();
    }

    @Test
    void aPlaceIsPagedInTheOrderOfTheCodes() {
        var node = new Node("J057", "", "C7", Optional.of(2022));
        var ids = new ArrayList<UUID>();
        var after = "";
        while (true) {
            var page = in(node, after, 300);
            if (page.isEmpty()) {
                break;
            }
            ids.addAll(page);
            var last = page.getLast();
            after = database.jdbi()
                    .withHandle(handle -> new ItemCatalogue()
                            .all(handle, List.of(last))
                            .get(last)
                            .referenceCode()
                            .text());
        }
        assertThat(ids).hasSize(ITEMS / 100).doesNotHaveDuplicates();
    }

    @Test
    void theElectronicRecordsOfAllCategoriesAndTheEntriesWithoutOriginalsAreViews() {
        var all = counts(new Visibility.All());
        assertThat(all.stream().mapToInt(Kept.ELECTRONIC::of).sum()).isEqualTo(ITEMS / 1000);
        assertThat(all.stream().mapToInt(Kept.WITHOUT_FILES::of).sum()).isEqualTo(ITEMS / 500);
        assertThat(all.stream().mapToInt(Kept.DIGITISED::of).sum()).isEqualTo(ITEMS - ITEMS / 1000);
        assertThat(in(Node.ALL.of(Kept.ELECTRONIC), "", 1000)).hasSize(ITEMS / 1000);
        assertThat(in(Node.ALL.of(Kept.WITHOUT_FILES), "", 1000)).hasSize(ITEMS / 500);
        assertThat(median(() -> in(Node.ALL.of(Kept.ELECTRONIC), "", 50)))
                .as("page of a view, ms")
                .isLessThan(LIMIT_MILLIS);
        assertThat(median(() -> in(new Node("J057", "YW", "C5", Optional.empty(), Kept.WITHOUT_FILES), "", 50)))
                .as("page of a view of a class, ms")
                .isLessThan(LIMIT_MILLIS);
    }

    @Test
    void treeAndListAnswerInTime() {
        assertThat(median(() -> counts(new Visibility.All()))).as("tree, ms").isLessThan(LIMIT_MILLIS);
        assertThat(median(() -> counts(new Visibility.NotPersonal())))
                .as("tree of a reader with less rights, ms")
                .isLessThan(LIMIT_MILLIS);
        assertThat(median(() -> in(Node.ALL, "", 50))).as("first page, ms").isLessThan(LIMIT_MILLIS);
        assertThat(median(() -> in(new Node("J057", "YW", "C5", Optional.of(2023)), "", 50)))
                .as("page of a class, ms")
                .isLessThan(LIMIT_MILLIS);
    }

    private static long median(Runnable question) {
        var times = new ArrayList<Long>();
        for (var i = 0; i < ROUNDS; i++) {
            var start = System.nanoTime();
            question.run();
            times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        times.sort(Long::compare);
        System.getLogger(CatalogueTreeTest.class.getName())
                .log(System.Logger.Level.INFO, "median of {0}: {1} ms", ROUNDS, times.get(ROUNDS / 2));
        return times.get(ROUNDS / 2);
    }
}
