package lantai.ingest.privacy;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.description.DescriptionRows;
import lantai.ingest.index.ItemTexts;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.review.Document;
import lantai.ingest.review.Documents;
import lantai.person.PersonRegister;
import lantai.policy.PolicyCentre;
import lantai.problem.ArchiveException;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemCatalogue;
import lantai.record.ItemRegister;
import lantai.record.Privacy;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Judges which records tell of persons, by the rule in force. */
public final class PersonalData {
    private static final Logger LOG = System.getLogger(PersonalData.class.getName());
    private static final int BATCH = 50;

    private final Jdbi jdbi;
    private final PolicyCentre policies;
    private final Rules rules;
    private final PersonRegister persons;
    private final Documents documents;
    private final ItemTexts texts;
    private final AuditTrail audit;
    private final Description description;
    private final ItemRegister items = new ItemRegister();
    private final ItemCatalogue catalogue = new ItemCatalogue();
    private final DescriptionRows descriptions = new DescriptionRows();

    public PersonalData(
            Jdbi jdbi,
            PolicyCentre policies,
            Rules rules,
            PersonRegister persons,
            Documents documents,
            ItemTexts texts,
            AuditTrail audit,
            Description description) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.rules = rules;
        this.persons = persons;
        this.documents = documents;
        this.texts = texts;
        this.audit = audit;
        this.description = description;
    }

    /** Has the description of an item written into its object anew, once the transaction is done. */
    public interface Description {
        void renew(Handle transaction, UUID item);
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed() {
        jdbi.useTransaction(transaction -> policies.seed(transaction, PersonalRule.POLICY, PersonalRule.shipped()));
    }

    /** {@return how a record is to be judged by what is known of it} */
    public Privacy judge(Handle handle, Evidence evidence) {
        var policy = policies.inForce(handle, PersonalRule.POLICY);
        var kind = rules.kinds().kind(evidence.item().kind());
        var rule = PersonalRule.parse(policy.content());
        var personal = rule.isPersonal(evidence, kind) || persons.anyNamed(handle, rule.possibleNames(evidence));
        return new Privacy(personal, policy.version());
    }

    /**
     * Judges some of the filed items that the rule in force has not judged yet. What cannot be read is personal.
     *
     * @return how many, 0 when all are judged
     */
    public int judgeFiled() {
        var waiting = jdbi.withHandle(handle -> catalogue.notJudgedBy(
                handle, policies.inForce(handle, PersonalRule.POLICY).version(), BATCH));
        for (var item : waiting) {
            jdbi.useTransaction(transaction -> judgeFiled(transaction, item));
        }
        return waiting.size();
    }

    /** Judges a filed item at once, because other words were written into its description. */
    public void judgeAnew(Handle transaction, UUID item) {
        judgeFiled(transaction, items.get(transaction, item));
    }

    private void judgeFiled(Handle transaction, Item item) {
        Privacy judgement;
        try {
            judgement = judge(transaction, evidence(transaction, item));
        } catch (ArchiveException | UncheckedIOException unreadable) {
            LOG.log(Level.WARNING, "judged personal, because it cannot be read: " + item.id(), unreadable);
            judgement = new Privacy(
                    true, policies.inForce(transaction, PersonalRule.POLICY).version());
        }
        items.judged(transaction, item.id(), judgement);
        if (judgement.personal() != item.privacy().personal()) {
            description.renew(transaction, item.id());
            audit.record(
                    transaction,
                    Actor.SYSTEM,
                    AuditAction.PRIVACY_JUDGED,
                    Subject.of("item", item.id()),
                    Map.of(
                            "personal",
                            Boolean.toString(judgement.personal()),
                            "rule",
                            Integer.toString(judgement.rule())));
        }
    }

    /** An item has the id of the document it was filed from. */
    private Evidence evidence(Handle handle, Item item) {
        var fields = documents.all(handle, List.of(item.id())).stream()
                .findFirst()
                .map(Document::fields)
                .orElse(Map.of());
        var files = items.components(handle, item.id()).stream()
                .map(Component::name)
                .toList();
        var said = descriptions
                .newest(handle, item.id())
                .map(version -> List.copyOf(version.description().values().values()))
                .orElse(List.of());
        return new Evidence(item, fields, files, texts.read(item, items.pages(handle, item.id())), said);
    }
}
