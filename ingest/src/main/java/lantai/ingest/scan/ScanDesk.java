package lantai.ingest.scan;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.scan.ScanFinding.State;
import lantai.ingest.scan.ScannedPage.Outcome;
import lantai.ocr.PageText;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** Where the quality of scans is judged, first by the rule and then by people. The caller brings the transaction. */
public final class ScanDesk {
    private static final int LONGEST = 500;

    private final Scans scans = new Scans();
    private final PolicyCentre policies;
    private final PageTexts texts;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ScanDesk(PolicyCentre policies, PageTexts texts, AuditTrail audit, InstantSource clock) {
        this.policies = policies;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public static void seed(Handle transaction, PolicyCentre policies) {
        policies.seed(transaction, ScanRule.POLICY, ScanRule.SHIPPED);
    }

    /** {@return the rule in force} */
    public ScanRule rule(Handle handle) {
        return ScanRule.parse(policies.inForce(handle, ScanRule.POLICY).content());
    }

    /** {@return whether a page is a separator sheet (分隔页): it bears the code that the rule names} */
    public static boolean isSeparator(ScanRule rule, PageMeasure measure) {
        return measure.marks().stream().anyMatch(mark -> mark.text().equals(rule.separator()));
    }

    /**
     * A page of a file as the readers left it.
     *
     * @param number from 1
     * @param refusal the code of the reading state when it could not be read, else empty
     */
    public record Came(int number, String refusal, Optional<PageMeasure> measure, Optional<PageText> text) {}

    /** Keeps the pages of a file, and judges each by itself. */
    public void keep(Handle transaction, UUID batch, UUID file, String path, List<Came> pages) {
        var rule = rule(transaction);
        var judge = new PageJudge(rule);
        var faults = new ArrayList<Fault>();
        for (var came : pages) {
            var page = scanned(rule, file, path, came);
            scans.keep(transaction, batch, page);
            faults.addAll(judge.faults(page));
        }
        scans.write(transaction, batch, faults, clock.instant());
    }

    private static ScannedPage scanned(ScanRule rule, UUID file, String path, Came came) {
        var separator = came.measure().filter(one -> isSeparator(rule, one)).isPresent();
        var outcome = separator ? Outcome.SEPARATOR : came.refusal().isEmpty() ? Outcome.READ : Outcome.REFUSED;
        return new ScannedPage(
                file,
                path,
                came.number(),
                outcome,
                separator ? "" : came.refusal(),
                came.measure(),
                came.text().flatMap(PageNumber::of));
    }

    /** Judges the pages of a batch anew by the rule in force, also among each other. What people said before stands. */
    public void judge(Handle transaction, UUID batch) {
        lock(transaction, batch);
        var rule = rule(transaction);
        var pages = scans.pages(transaction, batch);
        var single = new PageJudge(rule);
        var faults = new ArrayList<Fault>();
        pages.forEach(page -> faults.addAll(single.faults(page)));
        faults.addAll(new BatchJudge(rule, texts).faults(pages));
        scans.clearOpen(transaction, batch);
        scans.write(transaction, batch, onePerCheck(faults), clock.instant());
    }

    private static List<Fault> onePerCheck(List<Fault> faults) {
        var kept = new java.util.LinkedHashMap<String, Fault>();
        faults.forEach(fault ->
                kept.putIfAbsent(fault.page().file() + "/" + fault.page().page() + "/" + fault.check(), fault));
        return List.copyOf(kept.values());
    }

    /** Lets one person at a time do something to the scans of a batch. */
    public static void lock(Handle transaction, UUID batch) {
        transaction
                .createQuery("select id from batch where id = :batch for no key update")
                .bind("batch", batch)
                .mapTo(UUID.class)
                .one();
    }

    /** {@return what was found on the pages of a batch, in the order of delivery} */
    public List<ScanFinding> findings(Handle handle, UUID batch) {
        return scans.findings(handle, batch);
    }

    /** {@return the pages of a batch in the order of delivery, without those that were scanned again} */
    public List<ScannedPage> pages(Handle handle, UUID batch) {
        return scans.pages(handle, batch);
    }

    /**
     * What became of the pages of a batch.
     *
     * @param in all of them
     */
    public record Tally(int in, int read, int refused, int separators) {
        static Tally of(Map<Outcome, Integer> outcomes) {
            var read = outcomes.getOrDefault(Outcome.READ, 0);
            var refused = outcomes.getOrDefault(Outcome.REFUSED, 0);
            var separators = outcomes.getOrDefault(Outcome.SEPARATOR, 0);
            return new Tally(read + refused + separators, read, refused, separators);
        }
    }

    /** {@return what became of the pages of a batch} */
    public Tally tally(Handle handle, UUID batch) {
        return Tally.of(scans.outcomes(handle, batch));
    }

    /**
     * Finds what was found on a page of a batch.
     *
     * @throws NotFound when the batch has no such finding
     */
    public ScanFinding finding(Handle handle, UUID batch, UUID id) {
        var finding = scans.finding(handle, id);
        if (!finding.batch().equals(batch)) {
            throw new NotFound(ScanProblem.NO_SUCH_FINDING, id);
        }
        return finding;
    }

    /**
     * Lets a page pass (放行).
     *
     * @throws Malformed without a reason
     * @throws Refused when it has been scanned again meanwhile
     */
    public void dismiss(Handle transaction, SignedIn who, ScanFinding finding, String reason) {
        decide(transaction, who, finding, State.DISMISSED, reason);
    }

    /** Sends a page back to be scanned again (退回重扫), under the same conditions. */
    public void sendBack(Handle transaction, SignedIn who, ScanFinding finding, String reason) {
        decide(transaction, who, finding, State.RESCAN, reason);
    }

    private void decide(Handle transaction, SignedIn who, ScanFinding finding, State to, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(ScanProblem.REASON_MISSING);
        }
        var said = reason.strip();
        var decision = new Scans.Decision(
                said.length() > LONGEST ? said.substring(0, LONGEST) : said,
                who.account().name(),
                clock.instant());
        var from = List.of(State.OPEN, State.DISMISSED, State.RESCAN);
        if (!scans.decide(transaction, finding.id(), from, to, decision)) {
            throw new Refused(ScanProblem.DECIDED_BEFORE);
        }
        audit.record(
                transaction,
                who.actor(),
                AuditAction.SCAN_JUDGED,
                Subject.of("batch", finding.batch()),
                Map.of(
                        "file", finding.file().toString(),
                        "page", Integer.toString(finding.page()),
                        "check", finding.check().name(),
                        "verdict", to.name(),
                        "reason", decision.reason()));
    }

    /**
     * Notes that another picture has taken the place of a page (重扫). The first picture is kept until the document is filed; what was
     * found on it is settled.
     *
     * @param document the document that the page belongs to
     */
    public void replaced(Handle transaction, PageRef old, UUID fresh, UUID document) {
        scans.replace(transaction, old, fresh, document, clock.instant());
        audit.record(
                transaction,
                Actor.SYSTEM,
                AuditAction.SCAN_JUDGED,
                Subject.of("document", document),
                Map.of(
                        "file", old.file().toString(),
                        "page", Integer.toString(old.page()),
                        "verdict", State.REPLACED.name(),
                        "by", fresh.toString()));
    }
}
