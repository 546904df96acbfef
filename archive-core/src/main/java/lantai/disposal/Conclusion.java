package lantai.disposal;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCodes;
import org.jdbi.v3.core.Handle;

/** Ends an appraisal: what is kept gets its new day, what is to be destroyed goes on a list. */
public final class Conclusion {
    private final AppraisalBoard board;
    private final Deliberation deliberation;
    private final TermDesk terms;
    private final ItemRegister items;
    private final ReferenceCodes codes;
    private final DueList due;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Conclusion(
            AppraisalBoard board,
            Deliberation deliberation,
            TermDesk terms,
            ItemRegister items,
            DueList due,
            AuditTrail audit,
            InstantSource clock) {
        this.board = board;
        this.deliberation = deliberation;
        this.terms = terms;
        this.items = items;
        this.codes = ReferenceCodes.ofGroups();
        this.due = due;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the opinions of a group hold.
     *
     * @return the destruction list, when something is to be destroyed
     * @throws Refused when an opinion or a member is missing, too few took part, or the person is not in the group
     */
    public Optional<UUID> conclude(Handle transaction, Actor by, UUID appraisal) {
        board.requireOpen(transaction, appraisal);
        board.requireMember(transaction, by, appraisal);
        var all = board.items(transaction, appraisal, false, 0, Integer.MAX_VALUE);
        board.requireComplete(board.get(transaction, appraisal));
        deliberation.requireHeard(transaction, appraisal);
        all.forEach(item -> carryOut(transaction, by, appraisal, item));
        board.close(transaction, by, appraisal, AppraisalState.CONCLUDED);
        var condemned = all.stream()
                .filter(item -> item.opinion().equals(Optional.of(Opinion.DESTROY)))
                .toList();
        var list = condemned.isEmpty()
                ? Optional.<UUID>empty()
                : Optional.of(drawUp(transaction, by, appraisal, condemned));
        audit.record(
                transaction,
                by,
                AuditAction.APPRAISAL_CONCLUDED,
                Subject.of("appraisal", appraisal),
                Map.of("items", Integer.toString(all.size()), "destroy", Integer.toString(condemned.size())));
        return list;
    }

    private void carryOut(Handle transaction, Actor by, UUID appraisal, AppraisedItem item) {
        var years = item.term().matches("\\d+") ? Integer.parseInt(item.term()) : 0;
        item.opinion()
                .flatMap(opinion -> Decision.of(opinion, item.reason(), years, item.term()))
                .ifPresent(decision ->
                        terms.carryOut(transaction, by, items.get(transaction, item.id()), decision, appraisal));
    }

    private UUID drawUp(Handle transaction, Actor by, UUID appraisal, List<AppraisedItem> condemned) {
        var id = UUID.randomUUID();
        var scope = "XH-" + due.today().getYear();
        transaction
                .createUpdate("""
                        insert into destruction_list (id, number, appraisal_id, state, drawn_up_at, drawn_up_by)
                        values (:id, :number, :appraisal, 'DRAFT', :now, :by)
                        """)
                .bind("id", id)
                .bind("number", "%s-%03d".formatted(scope, codes.next(transaction, scope)))
                .bind("appraisal", appraisal)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .execute();
        var ordinal = 0;
        for (var item : condemned) {
            ordinal++;
            enter(transaction, id, ordinal, items.get(transaction, item.id()), item.reason());
        }
        return id;
    }

    private void enter(Handle transaction, UUID list, int ordinal, Item item, String reason) {
        transaction
                .createUpdate("""
                        insert into destruction_entry (list_id, ordinal, item_id, reference_code, title, year, period,
                            years_kept, page_count, opinion, object_id, state, live)
                        values (:list, :ordinal, :item, :code, :title, :year, :period, :kept, :pages, :opinion, :object,
                                'PENDING', true)
                        """)
                .bind("list", list)
                .bind("ordinal", ordinal)
                .bind("item", item.id())
                .bind("code", item.referenceCode().text())
                .bind("title", item.title())
                .bind("year", item.year())
                .bind("period", item.retention().code())
                .bind("kept", Math.max(0, due.today().getYear() - item.year() - 1))
                .bind("pages", item.pageCount())
                .bind("opinion", reason)
                .bind("object", item.objectId())
                .execute();
        var rows = transaction.prepareBatch("""
                insert into destruction_object (list_id, item_id, ordinal, name, sha256, sm3, size)
                values (:list, :item, :ordinal, :name, :sha256, :sm3, :size)
                """);
        for (var component : items.components(transaction, item.id())) {
            rows.bind("list", list)
                    .bind("item", item.id())
                    .bind("ordinal", component.ordinal())
                    .bind("name", component.name())
                    .bind("sha256", component.fixity().sha256())
                    .bind("sm3", component.fixity().sm3())
                    .bind("size", component.fixity().size())
                    .add();
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }
}
