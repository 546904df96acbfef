package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import lantai.disposal.DueFilter;
import lantai.disposal.DueItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The yearly list answers at once, also in a large archive. */
class DueListTest {
    private static final int RECORDS = 100_000;
    private static final int RUNS = 21;
    private static final long LIMIT_MILLIS = 300;

    @TempDir
    private Path data;

    @Test
    void aPageOfTheListComesAtOnceAmongAHundredThousandRecords() {
        try (var archive = TestArchive.open(data)) {
            var jdbi = archive.doors.database.jdbi();
            jdbi.useTransaction(transaction ->
                    transaction.createUpdate("""
                    insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                        document_number, responsible, page_count, object_id, object_version, filed_at, filed_by, version)
                    select gen_random_uuid(), 'J057-ZY·YB·YB·' || (1990 + n % 36) || '-D10-' || lpad(cast(n as text), 6, '0'), 'J057',
                        'YW', 'claim-reimbursement', '样例', 1990 + n % 36, case n % 4 when 0 then 'Y' when 1 then 'D30'
                        else 'D10' end, '样例·报销单 ' || n, '', '', 3, 'urn:test:' || n, 1, now(), 'test', 1
                    from generate_series(1, :records) n
                    """).bind("records", RECORDS).execute());
            jdbi.useHandle(handle -> handle.execute("analyze item"));
            var disposal = new Disposal(archive.doors, archive.signIns, data);
            var times = new long[RUNS];
            for (var run = 0; run < RUNS; run++) {
                var start = System.nanoTime();
                var page = run;
                jdbi.useHandle(handle -> {
                    var items = disposal.doors.due().page(handle, DueFilter.all(), page * 50, 50);
                    assertThat(items).hasSize(50);
                    assertThat(disposal.doors.due().count(handle, DueFilter.all()))
                            .isGreaterThan(20_000);
                    assertThat(disposal.doors
                                    .obstacles()
                                    .against(
                                            handle,
                                            Set.copyOf(items.stream()
                                                    .map(DueItem::id)
                                                    .toList())))
                            .isEmpty();
                });
                times[run] = (System.nanoTime() - start) / 1_000_000;
            }
            Arrays.sort(times);
            assertThat(times[RUNS / 2])
                    .as("median in ms of " + Arrays.toString(times))
                    .isLessThan(LIMIT_MILLIS);
        }
    }
}
