package lantai.ingest.review;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.propose.ParticularRules;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** Where people correct the particulars of a document under review. The caller brings the transaction; each deed can be undone. */
public final class ParticularDesk {
    private final Documents documents;
    private final AuditTrail audit;
    private final UndoStack undoing;

    public ParticularDesk(Documents documents, AuditTrail audit, InstantSource clock) {
        this.documents = documents;
        this.audit = audit;
        undoing = new UndoStack(clock);
    }

    /**
     * Takes corrections; an empty text says that the paper does not tell it.
     *
     * @param version the version that the person saw
     * @param typed by the codes of particulars
     * @throws lantai.problem.Malformed when a value is not one of its particular, or there is no such particular
     * @throws Refused when somebody else has changed the document meanwhile, or it is not under review
     */
    public Document correct(
            Handle transaction, SignedIn who, UUID id, int version, Map<String, String> typed, ParticularRules rules) {
        var before = documents.get(transaction, id);
        if (before.version() != version) {
            throw new Refused(ReviewProblem.CHANGED_BY_ANOTHER);
        }
        switch (before.state()) {
            case PROPOSED, ACCEPTED -> {}
            case FILING, FILED, REJECTED, CANCELLED -> throw new Refused(ReviewProblem.NOT_UNDER_REVIEW);
        }
        var particulars = new HashMap<>(before.particulars());
        typed.forEach((code, text) -> particulars.put(
                code,
                particulars
                        .getOrDefault(code, new ParticularValue("", false, List.of()))
                        .confirmedAs(rules.clean(code, text))));
        undoing.remember(transaction, who, List.of(before), List.of(id), Optional.empty());
        documents.change(transaction, before, before.fields(), before.state());
        documents.tell(transaction, id, particulars);
        audit.record(
                transaction,
                who.actor(),
                AuditAction.DOCUMENT_CHANGED,
                Subject.of("document", id),
                Map.of(
                        "fields",
                        String.join(",", typed.keySet().stream().sorted().toList())));
        return documents.get(transaction, id);
    }
}
