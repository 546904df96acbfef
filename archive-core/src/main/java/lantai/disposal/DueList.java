package lantai.disposal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The records whose term has ended and about which nobody is deciding yet. */
public final class DueList {
    static final String DUE = """
            i.appraise_on <= :today
            and (cast(:category as text) is null or i.category = :category)
            and (cast(:period as text) is null or i.retention = :period)
            and (cast(:until as int) is null or i.year <= :until)
            and not exists (select 1 from appraisal_item a where a.item_id = i.id and a.open)
            and not exists (select 1 from destruction_entry e where e.item_id = i.id and e.live)
            """;

    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone the agency's time zone, in which a day begins */
    public DueList(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** {@return the day it is at the agency} */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * One page, those that have waited longest first.
     *
     * @param offset how many to pass over
     */
    public List<DueItem> page(Handle handle, DueFilter filter, int offset, int size) {
        var query =
                handle.createQuery("""
                select i.id, i.reference_code, i.title, i.year, i.retention, i.appraise_on, i.page_count
                from item i where
                """ + DUE + " order by i.appraise_on, i.reference_code limit :size offset :offset");
        return bind(query, filter)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> new DueItem(
                        row.getObject("id", UUID.class),
                        row.getString("reference_code"),
                        row.getString("title"),
                        row.getInt("year"),
                        row.getString("retention"),
                        row.getObject("appraise_on", LocalDate.class),
                        row.getInt("page_count")))
                .list();
    }

    /** {@return how many there are} */
    public long count(Handle handle, DueFilter filter) {
        return bind(handle.createQuery("select count(*) from item i where " + DUE), filter)
                .mapTo(Long.class)
                .one();
    }

    <S extends SqlStatement<S>> S bind(S statement, DueFilter filter) {
        return statement
                .bind("today", today())
                .bind("category", filter.category().orElse(null))
                .bind("period", filter.period().orElse(null))
                .bind("until", filter.untilYear().orElse(null));
    }
}
