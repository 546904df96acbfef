package lantai.ingest.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.intake.Step;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRules;
import lantai.ingest.seal.SealedPapers;
import lantai.policy.Grounds;
import lantai.policy.PolicyCentre;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where people say what the proposals are worth. The caller brings the transaction; each deed is audited in it and can be
 * undone until the document is being filed.
 */
public final class ReviewDesk {
    private static final int QUARTER = 90;

    private final Documents documents;
    private final ReceivedFiles files;
    private final PageWork work;
    private final Teacher teacher;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final UndoStack undoing;
    private final SealedPapers sealed;
    private final PolicyCentre policies;

    public ReviewDesk(
            Documents documents,
            ReceivedFiles files,
            PageWork work,
            Teacher teacher,
            SealedPapers sealed,
            PolicyCentre policies,
            AuditTrail audit,
            InstantSource clock) {
        this.documents = documents;
        this.files = files;
        this.work = work;
        this.teacher = teacher;
        this.sealed = sealed;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
        this.undoing = new UndoStack(clock);
    }

    /**
     * Takes corrections without accepting the document.
     *
     * @param version the version that the person saw
     */
    public Document correct(
            Handle transaction, SignedIn who, UUID id, int version, Map<Field, String> typed, KindRules rules) {
        var before = seen(transaction, id, version);
        var fields = corrected(who, before, typed, check(transaction, rules));
        remember(transaction, who, List.of(before), List.of(id));
        var after = documents.change(transaction, before, fields, before.state());
        record(transaction, who, AuditAction.DOCUMENT_CHANGED, id, typed);
        return after;
    }

    /**
     * Accepts a document, with corrections if there are any.
     *
     * @throws lantai.problem.Malformed when a value is not one of its field, or a required field is empty
     * @throws Refused when somebody else has changed the document meanwhile, its pages are being read again, or the mark of a
     *     state secret stands on it
     */
    public Document accept(
            Handle transaction, SignedIn who, UUID id, int version, Map<Field, String> typed, KindRules rules) {
        var before = seen(transaction, id, version);
        if (work.isOpen(transaction, id)) {
            throw new Refused(ReviewProblem.BEING_READ);
        }
        var check = check(transaction, rules);
        var fields = new EnumMap<>(corrected(who, before, typed, check));
        FieldCheck.noSecret(fields, who.account().name());
        fields.forEach((field, value) -> check.read(field, value.value()));
        check.complete(fields);
        fields.replaceAll((_, value) -> value.confirmedAs(value.value()));
        remember(transaction, who, List.of(before), List.of(id));
        var after = documents.change(transaction, before, fields, DocumentState.ACCEPTED);
        teacher.accepted(transaction, id, after.value(Field.KIND));
        record(transaction, who, AuditAction.DOCUMENT_ACCEPTED, id, typed);
        return after;
    }

    /** Joins the next document of the batch to this one: its pages go to the end. What the two contradict each other in is doubtful. */
    public Document mergeWithNext(Handle transaction, SignedIn who, UUID id, int version) {
        var first = seen(transaction, id, version);
        var next = neighbour(transaction, first).orElseThrow(() -> new Refused(ReviewProblem.NOTHING_TO_MERGE_WITH));
        remember(transaction, who, List.of(first, next), List.of(id));
        var pages = new ArrayList<>(first.pages());
        pages.addAll(next.pages());
        documents.remove(transaction, next.id());
        var after = documents.change(transaction, first, Joined.of(first, next), DocumentState.PROPOSED);
        documents.writePages(transaction, id, pages);
        documents.tell(transaction, id, Joined.particulars(List.of(first, next)));
        work.propose(transaction, id);
        record(transaction, who, AuditAction.DOCUMENT_CHANGED, id, Map.of());
        return documents.get(transaction, after.id());
    }

    /**
     * Makes a document of its own from the pages of this one, from a page on.
     *
     * @param from ordinal of the first page of the new document, at least 2
     * @return the new document
     */
    public Document split(Handle transaction, SignedIn who, UUID id, int version, int from) {
        var whole = seen(transaction, id, version);
        if (from < 2 || from > whole.pages().size()) {
            throw new Refused(ReviewProblem.NOTHING_TO_SPLIT);
        }
        var position = Places.after(transaction, whole.batchId(), id);
        var kept = whole.pages().subList(0, from - 1);
        var split = whole.pages().subList(from - 1, whole.pages().size());
        documents.change(transaction, whole, Joined.parted(whole.fields()), DocumentState.PROPOSED);
        documents.writePages(transaction, id, kept);
        var fresh = documents.insert(transaction, whole.batchId(), position, new Proposed(Map.of(), Map.of()), split);
        remember(transaction, who, List.of(whole), List.of(id, fresh.id()));
        work.propose(transaction, id);
        work.propose(transaction, fresh.id());
        record(transaction, who, AuditAction.DOCUMENT_CHANGED, id, Map.of());
        return fresh;
    }

    /** Turns a page by a quarter clockwise and has it read again. */
    public Document rotate(Handle transaction, SignedIn who, UUID id, int version, int ordinal) {
        var before = seen(transaction, id, version);
        if (ordinal < 1 || ordinal > before.pages().size()) {
            throw new NotFound(ReviewProblem.NO_SUCH_PAGE, ordinal);
        }
        remember(transaction, who, List.of(before), List.of(id));
        documents.change(transaction, before, before.fields(), DocumentState.PROPOSED);
        documents.writePages(
                transaction,
                id,
                before.pages().stream()
                        .map(page -> page.ordinal() == ordinal
                                ? new DocumentPage(
                                        ordinal, page.fileId(), page.filePage(), (page.turn() + QUARTER) % 360)
                                : page)
                        .toList());
        work.propose(transaction, id);
        record(transaction, who, AuditAction.DOCUMENT_CHANGED, id, Map.of());
        return documents.get(transaction, id);
    }

    /**
     * Puts a page at another place of its document; the others keep their order. After filing the order is fixed.
     *
     * @param ordinal of the page
     * @param to its ordinal afterwards
     */
    public Document movePage(Handle transaction, SignedIn who, UUID id, int version, int ordinal, int to) {
        var before = seen(transaction, id, version);
        var pages = new ArrayList<>(before.pages());
        for (var wanted : List.of(ordinal, to)) {
            if (wanted < 1 || wanted > pages.size()) {
                throw new NotFound(ReviewProblem.NO_SUCH_PAGE, wanted);
            }
        }
        remember(transaction, who, List.of(before), List.of(id));
        documents.change(transaction, before, before.fields(), DocumentState.PROPOSED);
        pages.add(to - 1, pages.remove(ordinal - 1));
        documents.writePages(transaction, id, pages);
        work.propose(transaction, id);
        record(transaction, who, AuditAction.DOCUMENT_CHANGED, id, Map.of());
        return documents.get(transaction, id);
    }

    /** Has all pages of a document read again. */
    public Document reread(Handle transaction, SignedIn who, UUID id, int version) {
        var before = seen(transaction, id, version);
        remember(transaction, who, List.of(before), List.of(id));
        var after = documents.change(transaction, before, before.fields(), DocumentState.PROPOSED);
        work.reread(transaction, id);
        record(transaction, who, AuditAction.DOCUMENT_CHANGED, id, Map.of());
        return after;
    }

    /** {@return whether pages of a document are being read again; it cannot be accepted meanwhile} */
    public boolean isBeingRead(Handle handle, UUID id) {
        return work.isOpen(handle, id);
    }

    /**
     * Accepts documents at once that need nobody's eye. One that is not so any more, or is being read again, is left alone.
     *
     * @param deed the deed that this one goes on with, so that both are undone together
     * @return what was accepted
     */
    public AcceptedTogether acceptClear(Handle transaction, SignedIn who, List<UUID> ids, Optional<UUID> deed) {
        var together = deed.orElseGet(UUID::randomUUID);
        List<Document> taken = new ArrayList<>();
        for (var document : documents.all(transaction, ids)) {
            if (document.state() == DocumentState.PROPOSED
                    && FieldCheck.isClear(document.fields())
                    && !work.isOpen(transaction, document.id())) {
                taken.add(document);
            }
        }
        taken.stream()
                .collect(Collectors.groupingBy(Document::batchId))
                .values()
                .forEach(before -> undoing.remember(
                        transaction,
                        who,
                        before,
                        before.stream().map(Document::id).toList(),
                        Optional.of(together)));
        for (var document : taken) {
            var fields = new EnumMap<Field, FieldValue>(document.fields());
            fields.replaceAll((_, value) -> value.confirmedAs(value.value()));
            var after = documents.change(transaction, document, fields, DocumentState.ACCEPTED);
            teacher.accepted(transaction, after.id(), after.value(Field.KIND));
            record(transaction, who, AuditAction.DOCUMENT_ACCEPTED, after.id(), Map.of());
        }
        return new AcceptedTogether(together, taken.stream().map(Document::id).toList());
    }

    /**
     * Documents accepted in one deed.
     *
     * @param deed to go on with
     */
    public record AcceptedTogether(UUID deed, List<UUID> ids) {
        public AcceptedTogether {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Puts a document aside with the reason that a person gave. A file of which no other document is made goes into quarantine;
     * where other parts of the file go on, only this part is aside. A paper with the mark of a state secret is sealed instead,
     * with its files as a whole, and that is not undone.
     */
    public void reject(Handle transaction, SignedIn who, UUID id, int version, String reason) {
        var before = seen(transaction, id, version);
        var mark = before.value(Field.SECRECY_MARK);
        if (!mark.isEmpty()) {
            sealed.seal(transaction, who, id, mark);
            return;
        }
        remember(transaction, who, List.of(before), List.of(id));
        documents.change(transaction, before, before.fields(), DocumentState.REJECTED);
        record(transaction, who, AuditAction.DOCUMENT_REJECTED, id, Map.of());
        for (var file : filesOf(before)) {
            if (documents.isRejected(transaction, file)) {
                files.move(transaction, file, List.of(Step.PROPOSED), Step.QUARANTINED, Optional.of("rejected"));
            }
        }
        audit.record(
                transaction,
                who.actor(),
                AuditAction.FILE_QUARANTINED,
                Subject.of("document", id),
                Map.of("reason", reason));
    }

    /**
     * Takes a part that was put aside up again, while other parts of its file go on.
     *
     * @throws Refused when it is not aside, or its file has been tried again meanwhile
     */
    public Document takeUp(Handle transaction, SignedIn who, UUID id) {
        var document = documents.get(transaction, id);
        if (document.state() != DocumentState.REJECTED) {
            throw new Refused(ReviewProblem.NOT_ASIDE);
        }
        takeBack(transaction, document);
        record(transaction, who, AuditAction.DOCUMENT_CHANGED, id, Map.of());
        return documents.change(transaction, document, document.fields(), DocumentState.PROPOSED);
    }

    /**
     * Takes back this person's last deed in a batch.
     *
     * @return the documents as they are again
     * @throws Refused when there is none, or its documents have changed since or are being filed
     */
    public List<Document> undo(Handle transaction, SignedIn who, UUID batch) {
        List<Document> back = new ArrayList<>();
        for (var step : undoing.take(transaction, who, batch)) {
            back.addAll(undo(transaction, who, step));
        }
        return back;
    }

    private List<Document> undo(Handle transaction, SignedIn who, UndoStack.Step step) {
        undoing.changedSince(transaction, who, step).ifPresent(other -> {
            throw new Refused(ReviewProblem.CHANGED_SINCE, other);
        });
        var snapshot = step.snapshot();
        var after = documents.all(transaction, snapshot.after());
        for (var document : after) {
            switch (document.state()) {
                case FILING, FILED, CANCELLED -> throw new Refused(ReviewProblem.NOT_UNDER_REVIEW);
                case REJECTED -> takeBack(transaction, document);
                case PROPOSED, ACCEPTED -> {}
            }
            documents.remove(transaction, document.id());
        }
        for (var document : snapshot.before()) {
            documents.restore(transaction, document.renewed());
            if (isTurned(document, after)) {
                work.propose(transaction, document.id());
            }
            record(transaction, who, AuditAction.DOCUMENT_CHANGED, document.id(), Map.of());
        }
        return documents.all(
                transaction, snapshot.before().stream().map(Document::id).toList());
    }

    /** Brings a rejected document's files back, unless its pages have been taken up as new ones meanwhile. */
    private void takeBack(Handle transaction, Document document) {
        if (documents.isTakenUp(transaction, document.id())) {
            throw new Refused(ReviewProblem.NOT_UNDER_REVIEW);
        }
        for (var file : filesOf(document)) {
            if (!files.move(
                    transaction, file, List.of(Step.QUARANTINED, Step.PROPOSED), Step.PROPOSED, Optional.empty())) {
                throw new Refused(ReviewProblem.NOT_UNDER_REVIEW);
            }
        }
    }

    /** Whether a page stands otherwise than it did; then it was read otherwise as well. */
    private static boolean isTurned(Document before, List<Document> after) {
        return before.pages().stream()
                .anyMatch(page -> after.stream()
                        .flatMap(document -> document.pages().stream())
                        .anyMatch(now -> now.fileId().equals(page.fileId())
                                && now.filePage() == page.filePage()
                                && now.turn() != page.turn()));
    }

    private static Set<UUID> filesOf(Document document) {
        return document.pages().stream().map(DocumentPage::fileId).collect(Collectors.toSet());
    }

    private Document seen(Handle transaction, UUID id, int version) {
        var document = documents.get(transaction, id);
        if (document.version() != version) {
            throw new Refused(ReviewProblem.CHANGED_BY_ANOTHER);
        }
        return switch (document.state()) {
            case PROPOSED, ACCEPTED -> document;
            case FILING, FILED, REJECTED, CANCELLED -> throw new Refused(ReviewProblem.NOT_UNDER_REVIEW);
        };
    }

    private Optional<Document> neighbour(Handle transaction, Document document) {
        return transaction
                .createQuery("""
                    select id from document where batch_id = :batch and position > :position
                    and state in ('PROPOSED', 'ACCEPTED') order by position limit 1
                    """)
                .bind("batch", document.batchId())
                .bind("position", document.position())
                .mapTo(UUID.class)
                .findOne()
                .map(id -> documents.get(transaction, id));
    }

    private Map<Field, FieldValue> corrected(
            SignedIn who, Document document, Map<Field, String> typed, FieldCheck check) {
        var fields = new EnumMap<Field, FieldValue>(Field.class);
        fields.putAll(document.fields());
        typed.forEach((field, text) -> {
            var before = fields.getOrDefault(field, new FieldValue("", false, List.of()));
            var value = check.read(field, text);
            if (field != Field.SECRECY_MARK || !value.isEmpty()) {
                fields.put(field, before.confirmedAs(value));
            } else if (!before.value().isEmpty()) {
                // an empty mark is never confirmed before one is found: a later reading may still find it
                fields.put(field, FieldCheck.misread(before, who.account().name()));
            }
        });
        var kind = typed.get(Field.KIND);
        if (kind != null) {
            check.kind(kind).ifPresent(rule -> {
                follow(fields, typed, Field.CATEGORY, rule.category().name());
                follow(fields, typed, Field.RETENTION, rule.retention().code());
            });
        }
        return fields;
    }

    private FieldCheck check(Handle handle, KindRules rules) {
        return new FieldCheck(rules, latest(), () -> Grounds.inForce(handle, policies));
    }

    /** Tomorrow by world time: nowhere has a later day begun. */
    private LocalDate latest() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    /** A corrected kind brings its category and term along, unless the person gave or confirmed other ones. */
    private static void follow(Map<Field, FieldValue> fields, Map<Field, String> typed, Field field, String value) {
        var present = fields.getOrDefault(field, new FieldValue("", false, List.of()));
        if (!typed.containsKey(field) && !present.confirmed()) {
            fields.put(field, present.confirmedAs(value));
        }
    }

    private void remember(Handle transaction, SignedIn who, List<Document> before, List<UUID> after) {
        undoing.remember(transaction, who, before, after, Optional.empty());
    }

    private void record(Handle transaction, SignedIn who, AuditAction action, UUID document, Map<Field, String> typed) {
        var changed = String.join(
                ",", typed.keySet().stream().map(Field::code).sorted().toList());
        audit.record(transaction, who.actor(), action, Subject.of("document", document), Map.of("fields", changed));
    }
}
