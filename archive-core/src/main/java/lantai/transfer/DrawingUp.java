package lantai.transfer;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.ReferenceCodes;
import lantai.transfer.TransferRules.Reason;
import org.jdbi.v3.core.Handle;

/** Where a transfer list is drawn up, and where opinions on opening are given on its records. */
public final class DrawingUp {
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 500;

    private final TransferRows rows = new TransferRows();
    private final ReferenceCodes codes = ReferenceCodes.ofGroups();
    private final Candidates candidates;
    private final TransferRules rules;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DrawingUp(Candidates candidates, TransferRules rules, AuditTrail audit, InstantSource clock) {
        this.candidates = candidates;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Draws a list up. Records that are on another list by now are left out.
     *
     * @param archive whom to; the name may be empty when the rule knows it
     * @throws Malformed when title or archives are missing
     * @throws Refused when no record is left
     */
    public UUID drawUp(
            Handle transaction, SignedIn who, String title, TransferList.Archive archive, Selected selected) {
        var usual = rules.rule(transaction).archive();
        var name = words(archive.name().isBlank() ? usual.name() : archive.name(), TransferProblem.ARCHIVE_MISSING);
        var code = archive.name().isBlank() || archive.name().strip().equals(usual.name())
                ? usual.code()
                : archive.code().strip();
        var items = switch (selected) {
            case Selected.All(var filter) -> candidates.all(transaction, filter);
            case Selected.These(var chosen) -> chosen;
        };
        var id = UUID.randomUUID();
        var scope = "YJ-" + candidates.today().getYear();
        var number = "%s-%03d".formatted(scope, codes.next(transaction, scope));
        transaction
                .createUpdate("""
                        insert into transfer_list (id, number, title, archive, archive_code, state, drawn_up_at, drawn_up_by)
                        values (:id, :number, :title, :archive, :code, 'DRAFT', :now, :by)
                        """)
                .bind("id", id)
                .bind("number", number)
                .bind("title", words(title, TransferProblem.TITLE_MISSING))
                .bind("archive", name)
                .bind("code", code.matches("\\d{6}") ? code : "")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", who.actor().name())
                .execute();
        var entered = enter(transaction, id, items);
        if (entered == 0) {
            throw new Refused(TransferProblem.NOTHING_CHOSEN);
        }
        record(
                transaction,
                who,
                AuditAction.TRANSFER_LIST_DRAWN_UP,
                id,
                Map.of("list", number, "items", Integer.toString(entered)));
        return id;
    }

    private static int enter(Handle transaction, UUID list, List<UUID> items) {
        return transaction
                .createUpdate("""
                        insert into transfer_entry (list_id, ordinal, item_id, reference_code, title, responsible, dated, year,
                            period, page_count, files, bytes, personal, object_id, answer, live)
                        select :list, row_number() over (order by i.reference_code), i.id, i.reference_code, i.title,
                            i.responsible, i.dated, i.year, i.retention, i.page_count, c.files, c.bytes,
                            i.personal or i.insured_person_id is not null, i.object_id, 'PENDING', true
                        from item i cross join lateral (select count(*) as files, coalesce(sum(size), 0) as bytes
                            from component where item_id = i.id) c
                        where i.id = any (:items) and
                        """ + Candidates.FREE)
                .bind("list", list)
                .bindArray("items", UUID.class, items.toArray())
                .execute();
    }

    /**
     * Gives one opinion on several records; a later opinion takes the place of an earlier one.
     *
     * @param items empty for all that have none; of these, records that the machine hints at are not opened together with the others:
     *     somebody has to choose each of them
     * @return how many
     * @throws Refused when the list is no draft, or the reason is not true of a chosen record
     * @throws Malformed when the reason is missing
     */
    public int decide(Handle transaction, SignedIn who, UUID id, List<UUID> items, OpenOpinion opinion, String reason) {
        var list = draft(transaction, id);
        var text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw new Malformed(TransferProblem.REASON_MISSING, LONGEST_REASON);
        }
        var reasons = rules.rule(transaction).byAge();
        requireOld(transaction, id, items, reasons, opinion, text);
        var chosen = opinion == OpenOpinion.OPEN && items.isEmpty()
                ? rows.entries(transaction, id, true, 0, Integer.MAX_VALUE).stream()
                        .filter(entry -> hint(entry, reasons).isEmpty())
                        .map(TransferEntry::item)
                        .toList()
                : items;
        var all = items.isEmpty() && opinion != OpenOpinion.OPEN;
        var decided = transaction
                .createUpdate("""
                        update transfer_entry set opinion = :opinion, reason = :reason, decided_at = :now, decided_by = :by
                        where list_id = :list and (:all and opinion is null or item_id = any (:items))
                        """)
                .bind("opinion", opinion.name())
                .bind("reason", text)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", who.actor().name())
                .bind("list", id)
                .bind("all", all)
                .bindArray("items", UUID.class, chosen.toArray())
                .execute();
        record(
                transaction,
                who,
                AuditAction.TRANSFER_OPINION,
                id,
                Map.of(
                        "list", list.number(),
                        "opinion", opinion.name(),
                        "items", Integer.toString(decided),
                        "reason", text));
        return decided;
    }

    /** Takes a record off a draft; it may be put on another list. */
    public void strike(Handle transaction, SignedIn who, UUID id, UUID item) {
        var list = draft(transaction, id);
        transaction
                .createUpdate("delete from transfer_entry where list_id = :list and item_id = :item")
                .bind("list", id)
                .bind("item", item)
                .execute();
        transaction.createUpdate("""
                        update transfer_entry e set ordinal = n.place
                        from (select item_id, row_number() over (order by ordinal) as place from transfer_entry
                            where list_id = :list) n
                        where e.list_id = :list and e.item_id = n.item_id and e.ordinal > n.place
                        """).bind("list", id).execute();
        audit.record(
                transaction,
                who.actor(),
                AuditAction.TRANSFER_ITEM_STRUCK,
                Subject.of("item", item),
                Map.of("list", list.number()));
    }

    /** A reason that asks for an age is not true of a younger record. */
    private void requireOld(
            Handle transaction, UUID list, List<UUID> items, List<Reason> reasons, OpenOpinion opinion, String text) {
        var said = reasons.stream()
                .filter(reason -> reason.opinion() == opinion && reason.reason().equals(text))
                .findFirst();
        if (said.isEmpty()) {
            return;
        }
        rows.entries(transaction, list).stream()
                .filter(entry -> items.contains(entry.item())
                        && said.get().since(entry.year()) > candidates.today().getYear())
                .findFirst()
                .ifPresent(entry -> {
                    throw new Refused(
                            TransferProblem.REASON_UNTRUE,
                            entry.referenceCode(),
                            Integer.toString(entry.year()),
                            said.get().years());
                });
    }

    /** {@return what the machine would hint at: nothing but what a person should look at twice} */
    public Optional<OpenOpinion> hint(Handle handle, TransferEntry entry) {
        return hint(entry, rules.rule(handle).byAge());
    }

    private Optional<OpenOpinion> hint(TransferEntry entry, List<Reason> byAge) {
        if (entry.personal()) {
            return Optional.of(OpenOpinion.CONTROLLED);
        }
        var year = candidates.today().getYear();
        return !byAge.isEmpty() && byAge.stream().allMatch(reason -> reason.since(entry.year()) > year)
                ? Optional.of(OpenOpinion.DEFERRED)
                : Optional.empty();
    }

    private TransferList draft(Handle transaction, UUID id) {
        var list = rows.locked(transaction, id);
        if (list.state() != TransferState.DRAFT) {
            throw new Refused(TransferProblem.NOT_NOW, list.state());
        }
        return list;
    }

    private void record(Handle transaction, SignedIn who, AuditAction action, UUID id, Map<String, String> detail) {
        audit.record(transaction, who.actor(), action, Subject.of("transfer-list", id), detail);
    }

    private static String words(String typed, TransferProblem missing) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Malformed(missing, LONGEST);
        }
        return text;
    }
}
