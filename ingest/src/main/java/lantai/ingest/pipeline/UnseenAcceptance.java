package lantai.ingest.pipeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.Documents;
import lantai.ingest.review.FieldValue;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import org.jdbi.v3.core.Handle;

/**
 * Accepts documents that nobody has seen, where the rule says so and nothing in them is doubtful. A document about a person always
 * waits for somebody: who the person is, no rule decides. What is accepted so teaches nothing.
 */
public final class UnseenAcceptance {
    private static final double HUNDRED = 100.0;
    private static final List<Field> PERSON = List.of(Field.PERSON_NAME, Field.PERSON_ID);

    private final PolicyCentre policies;
    private final Rules rules;
    private final Documents documents;
    private final AuditTrail audit;

    public UnseenAcceptance(PolicyCentre policies, Rules rules, Documents documents, AuditTrail audit) {
        this.policies = policies;
        this.rules = rules;
        this.documents = documents;
        this.audit = audit;
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return UnseenRule.houseRule();
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public static void seed(Handle transaction, PolicyCentre policies) {
        policies.seed(transaction, UnseenRule.POLICY, UnseenRule.SHIPPED);
    }

    /** Accepts a document that was just proposed, or marks it as drawn for a check; leaves alone what the rule does not reach. */
    public void look(Handle transaction, Document document) {
        var policy = policies.inForce(transaction, UnseenRule.POLICY);
        var rule = UnseenRule.parse(policy.content());
        if (!rule.accept() || !reaches(rule, document)) {
            return;
        }
        if (isDrawn(rule, document)) {
            var fields = new EnumMap<Field, FieldValue>(document.fields());
            fields.computeIfPresent(Field.KIND, (_, kind) -> kind.drawnForCheck());
            documents.proposeAgain(transaction, document, document.pages(), fields);
            return;
        }
        documents.acceptUnseen(transaction, document);
        audit.record(
                transaction,
                Actor.SYSTEM,
                AuditAction.DOCUMENT_ACCEPTED,
                Subject.of("document", document.id()),
                Map.of("rule", UnseenRule.POLICY, "version", Integer.toString(policy.version())));
    }

    private boolean reaches(UnseenRule rule, Document document) {
        var kind = document.fields().get(Field.KIND);
        return kind != null
                && !kind.confirmed()
                && kind.confidence() >= rule.certainty() / HUNDRED
                && PERSON.stream().noneMatch(document.fields()::containsKey)
                && document.clear()
                && rules.taught(kind.value()) >= rule.examples();
    }

    /** By the document's random number, so that nobody can tell beforehand and every look says the same. */
    private static boolean isDrawn(UnseenRule rule, Document document) {
        return Math.floorMod(document.id().getLeastSignificantBits(), (long) HUNDRED) < rule.recheck();
    }
}
