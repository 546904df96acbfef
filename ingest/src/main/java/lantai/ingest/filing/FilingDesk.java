package lantai.ingest.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobQueue;
import lantai.ingest.job.Priority;
import lantai.ingest.propose.KindRules;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.Documents;
import lantai.ingest.scan.SampleDesk;
import lantai.ingest.workflow.WorkflowDesk;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.CodeGaps;
import lantai.record.CodeScope;
import lantai.record.ReferenceCode;
import lantai.record.ReferenceCodes;
import org.jdbi.v3.core.Handle;

/** Where accepted documents are handed over for filing. From here on a document has its reference code. */
public final class FilingDesk {
    private final Documents documents;
    private final ReferenceCodes codes;
    private final Placing placing;
    private final CodeGaps gaps;
    private final WorkflowDesk workflow;
    private final JobQueue jobs;
    private final AuditTrail audit;

    public FilingDesk(
            Documents documents,
            Placing placing,
            CodeGaps gaps,
            WorkflowDesk workflow,
            JobQueue jobs,
            AuditTrail audit) {
        this.documents = documents;
        this.codes = new ReferenceCodes();
        this.placing = placing;
        this.gaps = gaps;
        this.workflow = workflow;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * Numbers documents in the order given and orders their filing.
     *
     * @return how many; documents in the list that are not accepted, or already being filed, are left alone
     * @throws Refused when a batch they are of has not come to filing, a sample of its scans was refused, or somebody is still
     *     correcting the text of one
     */
    public int file(Handle transaction, SignedIn who, List<UUID> ids, KindRules kinds) {
        var accepted = accepted(transaction, ids);
        OpenCorrections.refuse(transaction, accepted);
        var batches = accepted.stream().map(Document::batchId).collect(Collectors.toCollection(TreeSet::new));
        SampleDesk.refuseSentBack(transaction, batches);
        workflow.reachFiling(transaction, who, batches);
        var places = placing.places(transaction, who, accepted, kinds);
        var next = codes.take(transaction, count(places));
        places.forEach((document, scope) -> {
            var number = Optional.ofNullable(next.get(scope.text())).orElseThrow();
            next.put(scope.text(), number + 1);
            reserve(transaction, who, document, scope.code(number));
        });
        return places.size();
    }

    private List<Document> accepted(Handle handle, List<UUID> ids) {
        return documents.all(handle, ids).stream()
                .filter(document -> document.state() == DocumentState.ACCEPTED)
                .toList();
    }

    private static Map<String, Integer> count(Map<Document, CodeScope> places) {
        return places.values().stream()
                .collect(Collectors.toMap(CodeScope::text, _ -> 1, Integer::sum, LinkedHashMap::new));
    }

    /**
     * Takes a document back that was handed over but not written yet; it goes back to the review desk. Its number is never used
     * again and stands in the list of gaps with the reason.
     *
     * @throws Refused when it is filed already, or was never handed over
     */
    public void takeBack(Handle transaction, SignedIn who, UUID id, String reason) {
        var document = documents.get(transaction, id);
        var code = document.referenceCode().map(ReferenceCode::new);
        if (document.state() != DocumentState.FILING || code.isEmpty()) {
            throw new Refused(FilingProblem.NOT_BEING_FILED, id);
        }
        if (reason.isBlank()) {
            throw new Malformed(FilingProblem.REASON_MISSING);
        }
        documents.release(transaction, document);
        gaps.leave(transaction, who.actor(), CodeGaps.Kind.WITHDRAWN, code.get(), reason.strip());
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
        Map<CodeScope, Integer> places = new LinkedHashMap<>();
        placing.foreseen(handle, accepted(handle, ids), kinds)
                .values()
                .forEach(place -> places.merge(place, 1, Integer::sum));
        return places.entrySet().stream()
                .map(entry -> {
                    var last = codes.last(handle, entry.getKey().text());
                    return new Range(
                            entry.getKey().code(last + 1).text(),
                            entry.getKey().code(last + entry.getValue()).text(),
                            entry.getValue());
                })
                .toList();
    }

    private void reserve(Handle transaction, SignedIn who, Document document, ReferenceCode code) {
        documents.reserve(transaction, document, code.text());
        jobs.order(transaction, JobKind.FILE_DOCUMENT, document.id(), Priority.URGENT);
        audit.record(
                transaction,
                who.actor(),
                AuditAction.DOCUMENT_ACCEPTED,
                Subject.of("document", document.id()),
                Map.of("referenceCode", code.text()));
    }
}
