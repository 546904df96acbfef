package lantai.ingest.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.classification.Category;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobQueue;
import lantai.ingest.job.Priority;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRules;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.policy.PolicyCentre;
import lantai.problem.Refused;
import lantai.record.ReferenceCode;
import lantai.record.ReferenceCodeRule;
import lantai.record.ReferenceCodes;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/** Where accepted documents are handed over for filing. From here on a document has its reference code and cannot go back. */
public final class FilingDesk {
    private final Documents documents;
    private final ReferenceCodes codes;
    private final PolicyCentre policies;
    private final JobQueue jobs;
    private final AuditTrail audit;

    public FilingDesk(
            Documents documents, ReferenceCodes codes, PolicyCentre policies, JobQueue jobs, AuditTrail audit) {
        this.documents = documents;
        this.codes = codes;
        this.policies = policies;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * Numbers documents in the order given and orders their filing.
     *
     * @return how many; documents in the list that are not accepted, or already being filed, are left alone
     */
    public int file(Handle transaction, SignedIn who, List<UUID> ids, KindRules kinds) {
        var rule = ReferenceCodeRule.parse(
                policies.inForce(transaction, ReferenceCodeRule.POLICY).content());
        var filed = 0;
        for (var document : documents.all(transaction, ids)) {
            if (document.state() == DocumentState.ACCEPTED) {
                number(transaction, who, document, rule, kinds);
                filed++;
            }
        }
        return filed;
    }

    /**
     * The numbers of one scope that would be given.
     *
     * @param first the first reference code
     * @param last the last one
     * @param number how many
     */
    public record Range(String first, String last, int number) {}

    /** {@return the numbers that these documents would be given now, scope by scope; nothing is changed} */
    public List<Range> preview(Handle handle, List<UUID> ids, KindRules kinds) {
        var rule = ReferenceCodeRule.parse(
                policies.inForce(handle, ReferenceCodeRule.POLICY).content());
        Map<Place, Integer> places = new LinkedHashMap<>();
        for (var document : documents.all(handle, ids)) {
            if (document.state() == DocumentState.ACCEPTED) {
                places.merge(place(document, rule, kinds), 1, Integer::sum);
            }
        }
        return places.entrySet().stream()
                .map(entry -> {
                    var place = entry.getKey();
                    var last = codes.last(handle, place.scope());
                    return new Range(
                            rule.code(place.category(), place.scope(), last + 1).text(),
                            rule.code(place.category(), place.scope(), last + entry.getValue())
                                    .text(),
                            entry.getValue());
                })
                .toList();
    }

    private record Place(Category category, String scope) {}

    private void number(Handle transaction, SignedIn who, Document document, ReferenceCodeRule rule, KindRules kinds) {
        var code = code(transaction, document, rule, kinds);
        documents.reserve(transaction, document, code.text());
        jobs.order(transaction, JobKind.FILE_DOCUMENT, document.id(), Priority.URGENT);
        audit.record(
                transaction,
                who.actor(),
                AuditAction.DOCUMENT_ACCEPTED,
                Subject.of("document", document.id()),
                Map.of("referenceCode", code.text()));
    }

    private ReferenceCode code(Handle transaction, Document document, ReferenceCodeRule rule, KindRules kinds) {
        var place = place(document, rule, kinds);
        return rule.code(place.category(), place.scope(), codes.next(transaction, place.scope()));
    }

    private static Place place(Document document, ReferenceCodeRule rule, KindRules kinds) {
        var category = Category.of(document.value(Field.CATEGORY)).orElseThrow(() -> incomplete(document));
        var retention = RetentionPeriod.parse(document.value(Field.RETENTION)).orElseThrow(() -> incomplete(document));
        var year = Integer.parseInt(document.value(Field.YEAR));
        return new Place(category, rule.scope(category, year, retention, link(document, rule, kinds)));
    }

    /** The business link of the kind, such as GL of {@code GL 1.1}. */
    private static String link(Document document, ReferenceCodeRule rule, KindRules kinds) {
        return kinds.kind(document.value(Field.KIND))
                .map(kind -> kind.link().split(" ", 2)[0])
                .filter(link -> link.matches("[A-Z]{2}"))
                .orElse(rule.otherLink());
    }

    private static Refused incomplete(Document document) {
        return new Refused(FilingProblem.NOT_ACCEPTED, document.id());
    }
}
