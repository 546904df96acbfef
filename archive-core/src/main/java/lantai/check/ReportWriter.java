package lantai.check;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import lantai.fonds.Fonds;
import lantai.fonds.FondsRegister;
import lantai.policy.Policy;
import lantai.policy.PolicyCentre;
import lantai.record.ReferenceCodeRule;
import org.jdbi.v3.core.Handle;

/** Writes what a tally found as a report. */
final class ReportWriter {
    private final FondsRegister fonds;
    private final PolicyCentre policies;
    private final Reports reports;

    ReportWriter(FondsRegister fonds, PolicyCentre policies, Reports reports) {
        this.fonds = fonds;
        this.policies = policies;
        this.reports = reports;
    }

    /**
     * What a report is about.
     *
     * @param by sign-in name of the one who ordered it
     */
    record About(
            Stage stage,
            Target target,
            String title,
            CheckRun.Declared declared,
            Optional<Report> retestOf,
            Instant startedAt,
            Instant finishedAt,
            String by) {}

    Report write(Handle transaction, About about, Policy policy, Tally tally) {
        var lines = tally.lines();
        var target = about.target();
        var content = new ReportContent(
                ReportContent.SCHEMA,
                Reports.number(transaction, about.stage(), about.finishedAt().atOffset(ZoneOffset.ofHours(8))),
                1,
                about.stage(),
                ReportContent.STANDARD,
                unit(transaction, target.fonds()),
                new ReportContent.Subject(
                        target.kind(),
                        target.subject().map(UUID::toString).orElse(""),
                        about.title(),
                        target.fonds(),
                        target.category(),
                        target.year().orElse(0),
                        target.every()),
                policy.version(),
                about.retestOf().map(Report::number).orElse(""),
                about.startedAt().toString(),
                about.finishedAt().toString(),
                about.by(),
                new ReportContent.Totals(
                        number(about.declared().records()),
                        number(about.declared().bytes())),
                new ReportContent.Totals(tally.records(), tally.bytes()),
                ReportContent.verdict(lines),
                ReportContent.dimensions(lines),
                tally.failures(),
                tally.leftOut(),
                java.util.List.of(),
                reports.signer());
        return reports.add(transaction, content, about.retestOf().map(Report::id), tally.failedItems(), about.by());
    }

    private static long number(OptionalLong declared) {
        return declared.orElse(-1);
    }

    /** The body that keeps the archive: the one that forms the fonds. */
    private String unit(Handle handle, String number) {
        var wanted = number.isEmpty()
                ? ReferenceCodeRule.parse(policies.inForce(handle, ReferenceCodeRule.POLICY)
                                .content())
                        .fonds()
                : number;
        return fonds.find(handle, wanted).map(Fonds::creator).orElse(wanted);
    }
}
