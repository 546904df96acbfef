package lantai.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the archive counted for one year, by category and retention code. */
final class YearCounts {
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000);

    // what is destroyed after the year was still held at its end
    private static final String HELD = """
            select category, retention, count(*) as items, coalesce(sum(page_count), 0) as pages,
                count(*) - count(l.item_id) as singles
            from item left join volume_item l on l.item_id = item.id where filed_at < :end group by category, retention
            union all
            select category, period, count(*), coalesce(sum(page_count), 0), count(*) - count(l.item_id)
            from tombstone left join volume_item l on l.item_id = tombstone.item_id where destroyed_at >= :end group by category, period
            """;
    private static final String FILED = """
            select category, retention, count(*) as items, coalesce(sum(page_count), 0) as pages,
                count(*) - count(l.item_id) as singles
            from item left join volume_item l on l.item_id = item.id
            where filed_at >= :start and filed_at < :end group by category, retention
            """;
    private static final String DESTROYED = """
            select category, period as retention, count(*) as items, coalesce(sum(page_count), 0) as pages,
                0 as singles
            from tombstone where destroyed_at >= :start and destroyed_at < :end group by category, period
            """;
    // a volume is one when it was closed and has its number; one that is open again keeps the day it was formed
    private static final String VOLUMES = """
            select category, coalesce(retention, '') as retention, count(*) as items, 0 as pages, 0 as singles from volume
            where reference_code is not null and coalesce(checked_at, formed_at) >= :start
                and coalesce(checked_at, formed_at) < :end
            group by category, retention
            """;
    private static final String SIZES = """
            select i.category, i.retention, sum(c.size) as size from component c join item i on i.id = c.item_id
            where i.filed_at < :end group by i.category, i.retention
            """;
    private static final String USED = """
            select count(distinct subject_id) as items,
                count(distinct (actor_name, date(at at time zone 'Asia/Shanghai'))) as visits
            from audit_entry where at >= :start and at < :end
                and subject_type = 'item' and action in ('ITEM_READ', 'PAGE_READ', 'COPY_EXPORTED', 'ORIGINAL_EXPORTED')
            """;

    private final List<Group> held;
    private final List<Group> filed;
    private final List<Group> destroyed;
    private final Volumes volumes;
    private final List<Size> sizes;
    private final Use use;

    private YearCounts(
            List<Group> held, List<Group> filed, List<Group> destroyed, Volumes volumes, List<Size> sizes, Use use) {
        this.held = held;
        this.filed = filed;
        this.destroyed = destroyed;
        this.volumes = volumes;
        this.sizes = sizes;
        this.use = use;
    }

    private record Group(String category, String retention, long items, long pages, long singles) {
        long of(Counted.What what) {
            return switch (what) {
                case PAGES -> pages;
                case SINGLES -> singles;
                case ITEMS, VOLUMES, GIGABYTES, VISITS -> items;
            };
        }
    }

    /** Volumes that were closed until the end of the year, and those of them that were in it. */
    private record Volumes(List<Group> held, List<Group> filed) {}

    private record Size(String category, String retention, BigDecimal bytes) {}

    private record Use(long items, long visits) {}

    /** Counts one calendar year in the archive's time zone. */
    static YearCounts of(Handle handle, int year, ZoneId zone) {
        var start = LocalDate.of(year, 1, 1).atStartOfDay(zone).toOffsetDateTime();
        var end = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toOffsetDateTime();
        return new YearCounts(
                groups(handle, HELD, start, end),
                groups(handle, FILED, start, end),
                groups(handle, DESTROYED, start, end),
                new Volumes(groups(handle, VOLUMES, FIRST, end), groups(handle, VOLUMES, start, end)),
                handle.createQuery(SIZES)
                        .bind("end", end)
                        .map((row, _) -> new Size(
                                row.getString("category"), row.getString("retention"), row.getBigDecimal("size")))
                        .list(),
                handle.createQuery(USED)
                        .bind("start", start)
                        .bind("end", end)
                        .map((row, _) -> new Use(row.getLong("items"), row.getLong("visits")))
                        .one());
    }

    private static List<Group> groups(Handle handle, String sql, OffsetDateTime start, OffsetDateTime end) {
        return handle.createQuery(sql)
                .bind("end", end)
                .bind("start", start)
                .map((row, _) -> new Group(
                        row.getString("category"),
                        row.getString("retention"),
                        row.getLong("items"),
                        row.getLong("pages"),
                        row.getLong("singles")))
                .list();
    }

    /** {@return the number for a line; gigabytes of 10⁹ bytes with three decimals} */
    BigDecimal value(Counted counted) {
        return switch (counted.when()) {
            case HELD ->
                counted.what() == Counted.What.GIGABYTES
                        ? gigabytes(counted)
                        : BigDecimal.valueOf(
                                sum(counted.what() == Counted.What.VOLUMES ? volumes.held() : held, counted));
            case FILED ->
                BigDecimal.valueOf(sum(counted.what() == Counted.What.VOLUMES ? volumes.filed() : filed, counted));
            case DESTROYED -> BigDecimal.valueOf(sum(destroyed, counted));
            case USED -> BigDecimal.valueOf(counted.what() == Counted.What.VISITS ? use.visits() : use.items());
        };
    }

    private static long sum(List<Group> groups, Counted counted) {
        return groups.stream()
                .filter(group -> counted.covers(group.category(), group.retention()))
                .mapToLong(group -> group.of(counted.what()))
                .sum();
    }

    private BigDecimal gigabytes(Counted counted) {
        return sizes.stream()
                .filter(size -> counted.covers(size.category(), size.retention()))
                .map(Size::bytes)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(GIGABYTE, 3, RoundingMode.HALF_UP);
    }
}
