package lantai.disposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The members of an appraisal group as values, heads first. */
final class MemberRows {
    private MemberRows() {}

    static List<Member> of(Handle handle, UUID appraisal) {
        var voices = voices(handle, appraisal);
        return handle.createQuery("""
                        select m.account_id, coalesce(m.name, a.display_name) as name,
                            coalesce(m.leads, 'LEADER' = any (a.roles)) as leads, m.stance, coalesce(m.reason, '') as reason
                        from appraisal_member m join account a on a.id = m.account_id
                        where m.appraisal_id = :appraisal order by leads desc, a.name
                        """)
                .bind("appraisal", appraisal)
                .map((row, _) -> {
                    var account = row.getObject("account_id", UUID.class);
                    return new Member(
                            account,
                            row.getString("name"),
                            row.getBoolean("leads"),
                            Optional.ofNullable(row.getString("stance")).map(Stance::valueOf),
                            row.getString("reason"),
                            voices.getOrDefault(account, List.of()));
                })
                .list();
    }

    private static Map<UUID, List<Member.Voice>> voices(Handle handle, UUID appraisal) {
        var voices = new HashMap<UUID, List<Member.Voice>>();
        handle.createQuery("""
                        select v.*, i.reference_code, coalesce(cast(v.years as text), v.period, '') as term
                        from appraisal_voice v join appraisal_item i using (appraisal_id, item_id)
                        where v.appraisal_id = :appraisal order by i.reference_code
                        """)
                .bind("appraisal", appraisal)
                .map((row, _) -> Map.entry(
                        row.getObject("account_id", UUID.class),
                        new Member.Voice(
                                row.getObject("item_id", UUID.class),
                                row.getString("reference_code"),
                                Opinion.valueOf(row.getString("opinion")),
                                row.getString("term"),
                                row.getString("reason"))))
                .forEach(entry -> voices.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return voices;
    }
}
