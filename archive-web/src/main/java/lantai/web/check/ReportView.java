package lantai.web.check;

import java.util.List;
import java.util.Optional;
import lantai.account.Right;
import lantai.check.Outcome;
import lantai.check.Report;
import lantai.check.ReportContent;
import lantai.check.ReportContent.Dimension;
import lantai.check.ReportContent.Failure;
import lantai.check.ReportContent.Line;
import lantai.check.Rule;
import lantai.check.Severity;
import lantai.web.frame.Page;

/**
 * One report.
 *
 * @param family its versions and the reports that test it again
 * @param part which part of the failures is shown, from 1
 */
public record ReportView(
        Page page, Report report, ReportContent content, List<Report> family, int part, Optional<String> error) {
    private static final int FAILURES = 100;

    public ReportView {
        family = List.copyOf(family);
    }

    /** {@return the items of a property that came out in this way} */
    public long count(Dimension dimension, Outcome outcome) {
        return dimension.rules().stream()
                .filter(line -> line.result() == outcome)
                .count();
    }

    /** {@return the worst of a property, for the tone of its card} */
    public Outcome worst(Dimension dimension) {
        for (var outcome : List.of(Outcome.FAILED, Outcome.NOT_RUN, Outcome.MANUAL, Outcome.PASSED)) {
            if (count(dimension, outcome) > 0) {
                return outcome;
            }
        }
        return Outcome.NOT_APPLICABLE;
    }

    /** {@return the failures of this page, those that stop a record first} */
    public List<Failure> failures() {
        return content.failures().stream()
                .sorted(java.util.Comparator.comparing(Failure::severity))
                .skip((part - 1L) * FAILURES)
                .limit(FAILURES)
                .toList();
    }

    /** {@return whether there are more failures than those shown} */
    public boolean hasMore() {
        return content.failures().size() > part * FAILURES;
    }

    /** {@return whether a failure stops a record} */
    public boolean blocks(Failure failure) {
        return failure.severity() == Severity.BLOCK;
    }

    /** {@return one thing that was found, in the reader's words} */
    public String told(ReportContent.Finding finding) {
        return finding.code().equals("noted")
                ? finding.sentence()
                : new CheckWords(page.text()).of(finding.code(), finding.values());
    }

    /** {@return why an item was not run or does not apply, in the reader's words} */
    public String told(ReportContent.Reason reason) {
        var sentence = new CheckWords(page.text()).of(reason.code(), reason.values());
        return reason.count() == 1 ? sentence : page.say("check.times", sentence, reason.count());
    }

    /** {@return what to do about a failure} */
    public String advice(Failure failure) {
        return page.say("check.do." + failure.rule());
    }

    /** {@return the name of an item in the reader's words} */
    public String name(Line line) {
        return page.say("check.rule." + line.rule());
    }

    /** {@return the items that wait for a person} */
    public List<Line> waiting() {
        return content.lines().stream()
                .filter(line -> line.result() == Outcome.MANUAL)
                .toList();
    }

    /** {@return whether the reader may note something: the newest version, and an item that only people can see} */
    public boolean notes() {
        return isNewest()
                && page.may(Right.FILE, Right.REVIEW)
                && content.lines().stream().anyMatch(this::isManual);
    }

    private boolean isManual(Line line) {
        return Rule.of(line.rule()).filter(Rule::isManual).isPresent();
    }

    /** {@return whether there is no newer version} */
    public boolean isNewest() {
        return family.stream()
                .noneMatch(other -> other.number().equals(report.number()) && other.version() > report.version());
    }

    /** {@return whether an item's code waits for the agency's confirmation} */
    public boolean hasOwnCodes() {
        return content.lines().stream().anyMatch(line -> !line.standardCode());
    }
}
