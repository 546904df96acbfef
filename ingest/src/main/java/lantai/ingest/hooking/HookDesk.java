package lantai.ingest.hooking;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobQueue;
import lantai.ingest.job.Priority;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Documents;
import lantai.ingest.review.FieldValue;
import lantai.ingest.workflow.WorkflowDesk;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.ItemRegister;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where archivists join the pages of a batch to entries. Each entry gets its pages in a transaction of its own: its documents leave
 * the review desk and become one, with the id and the code of the entry, which is then filed as a new version of the entry's object.
 * What does not fit stays under review.
 */
public final class HookDesk {
    private final Jdbi jdbi;
    private final Documents documents;
    private final ItemRegister items;
    private final HookPlanner planner;
    private final WorkflowDesk workflow;
    private final JobQueue jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** The doors that the desk goes through. */
    public record Doors(
            Jdbi jdbi,
            Documents documents,
            ReceivedFiles files,
            ItemRegister items,
            PolicyCentre policies,
            WorkflowDesk workflow,
            JobQueue jobs,
            AuditTrail audit) {}

    public HookDesk(Doors doors, InstantSource clock) {
        jdbi = doors.jdbi();
        documents = doors.documents();
        items = doors.items();
        planner = new HookPlanner(doors.documents(), doors.files(), doors.policies());
        workflow = doors.workflow();
        jobs = doors.jobs();
        audit = doors.audit();
        this.clock = clock;
    }

    /**
     * How far the hooking of a batch has come.
     *
     * @param done entries that have got their pages
     * @param total entries that were to get theirs
     */
    public record Progress(boolean working, int done, int total) {}

    /** {@return what of a batch belongs to which entries} */
    public HookPlan plan(Handle handle, UUID batch) {
        return planner.plan(handle, batch);
    }

    /** {@return how far a batch has come, when it was ordered} */
    public Optional<Progress> progress(Handle handle, UUID batch) {
        return handle.createQuery("select state, done, total from hooking where batch_id = :batch")
                .bind("batch", batch)
                .map((row, _) ->
                        new Progress(row.getString("state").equals("ORDERED"), row.getInt("done"), row.getInt("total")))
                .findOne();
    }

    /** One batch with documents that may be hooked. */
    public record Waiting(UUID batch, String title, int documents) {}

    /** {@return batches with documents under review, the newest first} */
    public List<Waiting> waiting(Handle handle, int size) {
        return handle.createQuery("""
                        select b.id, b.title, count(*) as documents
                        from document d join batch b on b.id = d.batch_id
                        where d.state in ('PROPOSED', 'ACCEPTED')
                        group by b.id, b.title, b.created_at order by b.created_at desc limit :size
                        """)
                .bind("size", size)
                .map((row, _) ->
                        new Waiting(row.getObject("id", UUID.class), row.getString("title"), row.getInt("documents")))
                .list();
    }

    /**
     * Orders that the entries of a batch get their pages.
     *
     * @throws Refused when nothing of it belongs to an entry, it is being done already, or the batch has not come to filing
     */
    public void order(Handle transaction, SignedIn who, UUID batch) {
        var plan = plan(transaction, batch);
        if (plan.matches().isEmpty()) {
            throw new Refused(HookProblem.NOTHING_TO_HOOK);
        }
        workflow.reachFiling(transaction, who, Set.of(batch));
        var ordered = transaction
                .createUpdate("""
                        insert into hooking (batch_id, state, ordered_by, ordered_name, ordered_at, total)
                        values (:batch, 'ORDERED', :by, :name, :now, :total)
                        on conflict (batch_id) do update
                            set state = 'ORDERED', ordered_by = excluded.ordered_by, done = 0, total = excluded.total,
                                ordered_name = excluded.ordered_name, ordered_at = excluded.ordered_at
                            where hooking.state <> 'ORDERED'
                        """)
                .bind("batch", batch)
                .bind("by", who.account().id())
                .bind("name", who.account().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("total", plan.matches().size())
                .execute();
        if (ordered == 0) {
            throw new Refused(HookProblem.HOOKING_NOW);
        }
        jobs.order(transaction, JobKind.HOOK_BATCH, batch, Priority.INTERACTIVE);
    }

    /** Does what was ordered for a batch. Cut off anywhere, it goes on with what is left. */
    public void run(UUID batch) {
        var progress = jdbi.withHandle(handle -> progress(handle, batch));
        if (progress.filter(Progress::working).isEmpty()) {
            return;
        }
        var plan = jdbi.withHandle(handle -> plan(handle, batch));
        var by = jdbi.withHandle(handle -> orderedBy(handle, batch));
        for (var match : plan.matches()) {
            jdbi.useTransaction(transaction -> {
                if (hook(transaction, by, batch, match)) {
                    transaction.execute("update hooking set done = done + 1 where batch_id = ?", batch);
                }
            });
        }
        jdbi.useTransaction(transaction -> transaction
                .createUpdate("update hooking set state = 'DONE' where batch_id = :batch")
                .bind("batch", batch)
                .execute());
    }

    private static Actor orderedBy(Handle handle, UUID batch) {
        return handle.createQuery("select ordered_by, ordered_name from hooking where batch_id = :batch")
                .bind("batch", batch)
                .map((row, _) -> new Actor(
                        Optional.of(row.getObject("ordered_by", UUID.class)), row.getString("ordered_name"), false))
                .one();
    }

    /**
     * Files of one batch that belong to no entry.
     *
     * @param files the first of them
     * @param all how many there are
     */
    public record Leftover(UUID batch, String title, List<HookPlan.Stray> files, int all) {
        public Leftover {
            files = List.copyOf(files);
        }
    }

    /** {@return the originals without an entry (有原文无目录): what hooking left of batches, the newest first} */
    public List<Leftover> leftover(Handle handle, int batches, int files) {
        return handle
                .createQuery("""
                        select b.id, b.title, 0 as documents from hooking h join batch b on b.id = h.batch_id
                        where h.state = 'DONE' and exists (
                            select 1 from document d where d.batch_id = b.id and d.state in ('PROPOSED', 'ACCEPTED'))
                        order by h.ordered_at desc, b.id limit :size
                        """)
                .bind("size", batches)
                .map((row, _) -> new Waiting(row.getObject("id", UUID.class), row.getString("title"), 0))
                .list()
                .stream()
                .map(batch -> {
                    var strays = planner.plan(handle, batch.batch()).strays();
                    return new Leftover(
                            batch.batch(),
                            batch.title(),
                            strays.stream().limit(files).toList(),
                            strays.size());
                })
                .filter(left -> left.all() > 0)
                .toList();
    }

    /**
     * Joins files whose names did not tell it to an entry, in the order of their names.
     *
     * @param chosen documents under review
     * @param code reference code of the entry, however it is parted
     * @throws Malformed when no entry has the code
     * @throws Refused when the entry has its pages, the documents are not under review, or the batch has not come to filing
     */
    public void assign(Handle transaction, SignedIn who, UUID batch, Collection<UUID> chosen, String code) {
        var entry = items.find(transaction, entryWith(transaction, code)).orElseThrow();
        var ids = List.copyOf(chosen);
        var isEntryFree = transaction
                .createQuery("""
                        select not i.has_files and not exists (select 1 from document d where d.id = i.id)
                        from item i where i.id = :item
                        """)
                .bind("item", entry.id())
                .mapTo(Boolean.class)
                .one();
        if (!isEntryFree) {
            throw new Refused(HookProblem.ENTRY_HOOKED, entry.referenceCode().text());
        }
        workflow.reachFiling(transaction, who, Set.of(batch));
        var match = planner.match(transaction, batch, ids, entry);
        if (match.isEmpty() || !hook(transaction, who.actor(), batch, match.get())) {
            throw new Refused(HookProblem.NOT_UNDER_REVIEW);
        }
    }

    private static UUID entryWith(Handle handle, String code) {
        return handle.createQuery("""
                        select i.id from catalogue_entry e join item i on i.id = e.item_id
                        where regexp_replace(i.reference_code, '[^A-Z0-9一-龥]', '', 'g') = :code limit 1
                        """)
                .bind("code", HookRule.folded(code))
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(() -> new Malformed(HookProblem.NO_ENTRY, code.strip()));
    }

    /** {@return whether it was done; nothing is when somebody else was faster} */
    private boolean hook(Handle transaction, Actor by, UUID batch, HookPlan.Match match) {
        var free = transaction
                .createQuery("""
                        select count(*) from (select i.id from item i where i.id = :item for update) i
                        where not exists (select 1 from component c where c.item_id = i.id)
                          and not exists (select 1 from document d where d.id = i.id)
                        """)
                .bind("item", match.item())
                .mapTo(Integer.class)
                .one();
        if (free == 0) {
            return false;
        }
        var item = items.get(transaction, match.item());
        var code = item.referenceCode().text();
        var taken =
                documents.assemble(transaction, item.id(), batch, match.documents(), fields(item), match.pages(), code);
        if (!taken) {
            return false;
        }
        audit.record(
                transaction,
                by,
                AuditAction.DOCUMENT_ACCEPTED,
                Subject.of("document", item.id()),
                Map.of("referenceCode", code));
        jobs.order(transaction, JobKind.FILE_DOCUMENT, item.id(), Priority.BULK);
        return true;
    }

    private static Map<Field, FieldValue> fields(Item item) {
        var values = new EnumMap<Field, FieldValue>(Field.class);
        Map.of(
                        Field.CATEGORY, item.category().name(),
                        Field.KIND, item.kind(),
                        Field.TITLE, item.title(),
                        Field.DATE, item.dated().map(Object::toString).orElse(""),
                        Field.RESPONSIBLE, item.responsible(),
                        Field.DOCUMENT_NUMBER, item.documentNumber(),
                        Field.REFERENCE_CODE, item.referenceCode().text(),
                        Field.RETENTION, item.retention().code(),
                        Field.YEAR, Integer.toString(item.year()))
                .forEach((field, value) -> {
                    if (!value.isEmpty()) {
                        values.put(field, new FieldValue(value, true, List.of()));
                    }
                });
        return values;
    }
}
