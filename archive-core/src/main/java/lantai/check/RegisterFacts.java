package lantai.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lantai.check.ItemFacts.Duplicate;
import lantai.check.ItemFacts.Register;
import lantai.check.ItemFacts.Step;
import lantai.fonds.FondsRegister;
import lantai.policy.PolicyCentre;
import lantai.problem.NotFound;
import lantai.record.Item;
import lantai.record.ReferenceCodeRule;
import org.jdbi.v3.core.Handle;

/** Asks the database for what the rules want to know of a record. */
final class RegisterFacts {
    private static final String KINDS = "document-kinds";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> COLUMNS = Map.of(
            "referenceCode", "i.reference_code = :referenceCode",
            "documentNumber", "md5(check_key(i.document_number)) = md5(check_key(:documentNumber))",
            "title", "md5(check_key(i.title)) = md5(check_key(:title))",
            "responsible", "check_key(i.responsible) = check_key(:responsible)",
            "date", "i.dated is not distinct from cast(:date as date)",
            "year", "i.year = :year",
            "person", "i.insured_person_id is not distinct from cast(:person as uuid)",
            "kind", "i.kind = :kind");

    private final FondsRegister fonds;
    private final PolicyCentre policies;

    RegisterFacts(FondsRegister fonds, PolicyCentre policies) {
        this.fonds = fonds;
        this.policies = policies;
    }

    /** @param rowFault what reading the row gave; nothing when there is none yet */
    Register of(Handle handle, Item item, Optional<String> rowFault, CheckPolicy policy) {
        return new Register(
                rowFault,
                fonds.find(handle, item.fonds()),
                kinds(handle),
                policies.soFar(handle, ReferenceCodeRule.POLICY).stream()
                        .map(version -> ReferenceCodeRule.parse(version.content()))
                        .toList(),
                duplicates(handle, item, policy),
                steps(handle, item));
    }

    /** Codes of the kinds in force; none where no such rule was written. */
    private Set<String> kinds(Handle handle) {
        var kinds = new HashSet<String>();
        try {
            JSON.readTree(policies.inForce(handle, KINDS).content())
                    .path("kinds")
                    .forEach(kind -> kinds.add(kind.path("code").asText("")));
        } catch (NotFound none) {
            return Set.of();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return kinds;
    }

    private static List<Duplicate> duplicates(Handle handle, Item item, CheckPolicy policy) {
        var values = ItemValues.of(item);
        var duplicates = new ArrayList<Duplicate>();
        for (var key : policy.duplicateKeys()) {
            var telling = Optional.ofNullable(values.get(key.getFirst())).orElse("");
            if (telling.isBlank()) {
                continue;
            }
            var query = handle.createQuery("select i.reference_code from item i where i.id <> :id and "
                            + String.join(
                                    " and ",
                                    key.stream().map(RegisterFacts::column).toList())
                            + " order by i.reference_code limit 3")
                    .bind("id", item.id())
                    .bind("referenceCode", item.referenceCode().text())
                    .bind("documentNumber", item.documentNumber())
                    .bind("title", item.title())
                    .bind("responsible", item.responsible())
                    .bind("date", item.dated().orElse(null))
                    .bind("year", item.year())
                    .bind("person", item.insuredPersonId().orElse(null))
                    .bind("kind", item.kind());
            query.mapTo(String.class).forEach(code -> duplicates.add(new Duplicate(String.join("+", key), code)));
        }
        return duplicates;
    }

    private static String column(String name) {
        return Optional.ofNullable(COLUMNS.get(name)).orElseThrow();
    }

    /** Item and document have the same id; what was received is known by its files. */
    private static List<Step> steps(Handle handle, Item item) {
        return handle.createQuery("""
                        select e.action, e.at, e.actor_name,
                            e.actor_id is null or (a.id is not null and not a.roles && cast(array[
                                'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'] as text[])) as allowed
                        from audit_entry e left join account a on a.id = e.actor_id
                        where (e.subject_type in ('item', 'document') and e.subject_id = cast(:id as text)
                                and e.action in ('DOCUMENT_ACCEPTED', 'DOCUMENT_CHANGED', 'ITEM_FILED', 'RENUMBERED'))
                           or (e.subject_type = 'file' and e.action = 'FILE_RECEIVED' and e.subject_id in
                                (select cast(p.file_id as text) from document_page p where p.document_id = :id))
                        order by e.id
                        """)
                .bind("id", item.id())
                .map((row, _) -> new Step(
                        row.getString("action"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        row.getBoolean("allowed")))
                .list();
    }
}
