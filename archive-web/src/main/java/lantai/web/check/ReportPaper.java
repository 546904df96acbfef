package lantai.web.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.check.Outcome;
import lantai.check.Report;
import lantai.check.ReportContent;
import lantai.check.ReportContent.Line;
import lantai.print.Column;
import lantai.print.Table;
import lantai.web.text.Text;

/**
 * A report as the paper that is signed by three people. Codes that are not the standard's are marked and never stand there as
 * official.
 *
 * @param text Chinese words
 */
record ReportPaper(Text text, Report report, ReportContent content) {
    private static final int MOST_FAILURES = 500;

    Table table() {
        return new Table(
                text.say("check.paper.title"),
                text.say(
                        "check.paper.line",
                        report.number() + (report.version() > 1 ? text.say("check.version", report.version()) : ""),
                        content.unit(),
                        content.subject().title(),
                        content.stage().chinese(),
                        content.standard(),
                        text.day(report.finishedAt())),
                List.of(
                        Column.text(text.say("check.code"), 2.4),
                        Column.text(text.say("check.property"), 1.5),
                        Column.text(text.say("check.name"), 4.5),
                        Column.text(text.say("check.severity"), 1.2),
                        Column.text(text.say("check.result"), 1.6),
                        Column.number(text.say("check.passed"), 1.2),
                        Column.number(text.say("check.failed"), 1.3),
                        Column.number(text.say("check.not-run"), 1.3),
                        Column.text(text.say("check.why"), 7)),
                content.dimensions().stream()
                        .flatMap(dimension -> dimension.rules().stream().map(line -> row(dimension.name(), line)))
                        .toList(),
                notes(),
                text.say("check.paper.foot"));
    }

    private List<String> row(String property, Line line) {
        return List.of(
                line.standardCode() ? line.code() : text.say("check.paper.own", line.code()),
                property,
                line.name(),
                line.severity().chinese(),
                line.result().chinese(),
                "" + line.counts().passed(),
                "" + line.counts().failed(),
                "" + (line.counts().notRun() + line.counts().manual()),
                line.reasons().stream().map(this::told).collect(Collectors.joining("；")));
    }

    private String told(ReportContent.Reason reason) {
        return reason.count() == 1 ? reason.sentence() : text.say("check.times", reason.sentence(), reason.count());
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(text.say(
                "check.paper.verdict",
                content.verdict().chinese(),
                content.found().records(),
                report.passed(),
                report.failed(),
                report.notRun(),
                report.manual(),
                report.notApplicable()));
        content.dimensions()
                .forEach(dimension -> notes.add(text.say(
                        "check.paper.dimension",
                        dimension.name(),
                        Stream.of(
                                        Outcome.PASSED,
                                        Outcome.FAILED,
                                        Outcome.NOT_RUN,
                                        Outcome.MANUAL,
                                        Outcome.NOT_APPLICABLE)
                                .map(outcome -> outcome.chinese()
                                        + ' '
                                        + dimension.rules().stream()
                                                .filter(line -> line.result() == outcome)
                                                .count())
                                .collect(Collectors.joining("　")))));
        content.failures().stream()
                .limit(MOST_FAILURES)
                .forEach(failure -> notes.add(text.say(
                        "check.paper.failure",
                        failure.code(),
                        failure.target(),
                        failure.findings().stream()
                                .map(ReportContent.Finding::sentence)
                                .collect(Collectors.joining("；")))));
        var more = content.failures().size() + content.failuresLeftOut() - MOST_FAILURES;
        if (more > 0) {
            notes.add(text.say("check.paper.more", more));
        }
        content.notes()
                .forEach(note -> notes.add(text.say(
                        "check.paper.note",
                        note.code(),
                        note.passed() ? Outcome.PASSED.chinese() : Outcome.FAILED.chinese(),
                        note.note(),
                        note.by())));
        notes.add(text.say("check.paper.own-codes"));
        notes.add(text.say("check.paper.digest", report.sm3()));
        notes.add(text.say("check.paper.signature", content.signer().worth()));
        notes.add(text.say("check.paper.people"));
        return notes;
    }
}
