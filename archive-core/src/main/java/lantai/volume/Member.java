package lantai.volume;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/** An item that comes into a volume, with what decides whether it may. */
record Member(UUID id, String code, Place place, RetentionPeriod retention) {
    /** Where something belongs; all of a volume belongs to one place. */
    record Place(String fonds, Category category, String classCode, int year) {
        static Place of(Volume volume) {
            return new Place(volume.fonds(), volume.category(), volume.classCode(), volume.year());
        }

        @Override
        public String toString() {
            return fonds + ' ' + classCode + ' ' + year;
        }
    }

    /**
     * Checks that it may lie in a volume.
     *
     * @param longest the term in the volume's code, when it has one
     * @throws Refused when it may not
     */
    void mayJoin(Place volume, Optional<RetentionPeriod> longest) {
        if (!place.equals(volume)) {
            throw new Refused(VolumeProblem.BELONGS_ELSEWHERE, code, volume.toString());
        }
        if (longest.filter(term -> RetentionPeriod.BY_LENGTH.compare(retention, term) > 0)
                .isPresent()) {
            throw new Refused(
                    VolumeProblem.TERM_TOO_LONG,
                    code,
                    retention.code(),
                    longest.map(RetentionPeriod::code).orElse(""));
        }
    }

    /** {@return the items, locked so that none of them is being destroyed meanwhile} */
    static Map<UUID, Member> locked(Handle transaction, Collection<UUID> items) {
        return transaction
                .createQuery("""
                        select id, reference_code, fonds, category, code_class, year, retention from item
                        where id = any (:items) order by id for share
                        """)
                .bindArray("items", UUID.class, items.toArray())
                .map((row, _) -> new Member(
                        row.getObject("id", UUID.class),
                        row.getString("reference_code"),
                        new Place(
                                row.getString("fonds"),
                                Category.valueOf(row.getString("category")),
                                row.getString("code_class"),
                                row.getInt("year")),
                        RetentionPeriod.parse(row.getString("retention")).orElseThrow()))
                .collectToMap(Member::id, member -> member);
    }

    /** {@return the first of them that lies in a volume already, by its code, with the volume's name} */
    static Optional<Map.Entry<String, String>> bound(Handle handle, List<Member> members) {
        return handle.createQuery("""
                        select i.reference_code, coalesce(v.reference_code, v.title) as volume from volume_item l
                        join item i on i.id = l.item_id join volume v on v.id = l.volume_id
                        where l.item_id = any (:items) order by i.reference_code limit 1
                        """)
                .bindArray("items", UUID.class, members.stream().map(Member::id).toArray())
                .map((row, _) -> Map.entry(row.getString("reference_code"), row.getString("volume")))
                .findOne();
    }
}
