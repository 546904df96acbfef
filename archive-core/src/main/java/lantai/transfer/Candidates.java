package lantai.transfer;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The records that might be handed over: about which nobody is deciding, that are on no other list, and that have
 * computer files: what is on paper only goes another way. */
public final class Candidates {
    static final String FREE = """
            not exists (select 1 from transfer_entry t where t.item_id = i.id and t.live)
            and not exists (select 1 from destruction_entry d where d.item_id = i.id and d.live)
            and not exists (select 1 from appraisal_item a where a.item_id = i.id and a.open)
            and exists (select 1 from component f where f.item_id = i.id)
            """;
    private static final String WANTED = FREE + """
            and (:fonds = '' or i.fonds = :fonds) and (:category = '' or i.category = :category)
            and (:period = '' or i.retention = :period)
            and (cast(:from as int) is null or i.year >= :from) and (cast(:until as int) is null or i.year <= :until)
            and (:source <> 'DUE' or i.year + 1 + :years <= :thisYear and i.retention = any (:periods))
            and (:source <> 'APPRAISED' or exists (select 1 from appraisal_item o join appraisal p on p.id = o.appraisal_id
                where o.item_id = i.id and o.opinion = 'TRANSFER' and p.state = 'CONCLUDED'))
            """;

    private final TransferRules rules;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone the agency's time zone, in which a day begins */
    public Candidates(TransferRules rules, InstantSource clock, ZoneId zone) {
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@return the year in which we are, by the agency's calendar} */
    public int year() {
        return today().getYear();
    }

    /** {@return how many records of a list are not due by the rule in force: too young, or of a term that is not handed over} */
    public long early(Handle handle, UUID list) {
        var rule = rules.rule(handle);
        return handle.createQuery("""
                        select count(*) from transfer_entry where list_id = :list
                          and not (year + 1 + :years <= :thisYear and period = any (:periods))
                        """)
                .bind("list", list)
                .bind("years", rule.years())
                .bind("thisYear", year())
                .bindArray("periods", String.class, rule.periods().toArray())
                .mapTo(Long.class)
                .one();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** {@return one page, the oldest first} */
    public List<Candidate> page(Handle handle, CandidateFilter filter, int offset, int size) {
        return bound(
                        handle.createQuery(
                                """
                                select i.id, i.reference_code, i.title, i.year, i.retention, i.page_count,
                                    i.personal or i.insured_person_id is not null as personal
                                from item i where
                                """ + WANTED + " order by i.year, i.reference_code limit :size offset :offset"),
                        handle,
                        filter)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("reference_code"),
                        row.getString("title"),
                        row.getInt("year"),
                        row.getString("retention"),
                        row.getInt("page_count"),
                        row.getBoolean("personal")))
                .list();
    }

    /** {@return how many there are} */
    public long count(Handle handle, CandidateFilter filter) {
        return bound(handle.createQuery("select count(*) from item i where " + WANTED), handle, filter)
                .mapTo(Long.class)
                .one();
    }

    /** {@return the ids of all of them, the oldest first} */
    List<UUID> all(Handle handle, CandidateFilter filter) {
        return bound(
                        handle.createQuery(
                                "select i.id from item i where " + WANTED + " order by i.year, i.reference_code"),
                        handle,
                        filter)
                .mapTo(UUID.class)
                .list();
    }

    private <S extends SqlStatement<S>> S bound(S statement, Handle handle, CandidateFilter filter) {
        var rule = rules.rule(handle);
        return statement
                .bind("source", filter.source().name())
                .bind("fonds", filter.fonds())
                .bind("category", filter.category())
                .bind("period", filter.period())
                .bind("from", filter.fromYear().orElse(null))
                .bind("until", filter.untilYear().orElse(null))
                .bind("years", rule.years())
                .bind("thisYear", today().getYear())
                .bindArray("periods", String.class, rule.periods().toArray());
    }
}
