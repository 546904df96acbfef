package lantai.web.report;

import java.util.List;
import lantai.print.Column;
import lantai.print.Table;
import lantai.statistics.AnnualReport;
import lantai.web.text.Text;

/** The annual statistics as a paper, in Chinese. Lines that nobody has confirmed yet are left out. */
final class StatisticsPaper {
    private StatisticsPaper() {}

    static Table of(Text text, AnnualReport report) {
        return new Table(
                report.title(),
                text.say(
                        report.closing().isPresent() ? "report.print.line" : "report.print.draft",
                        Integer.toString(report.year())),
                List.of(
                        Column.text(text.say("report.number"), 1.2),
                        Column.text(text.say("report.section"), 4),
                        Column.text(text.say("report.name"), 5),
                        Column.text(text.say("report.unit"), 1.6),
                        Column.number(text.say("report.value"), 3)),
                report.lines().stream()
                        .filter(AnnualReport.Line::official)
                        .map(line -> List.of(
                                line.number(), line.section(), line.name(), line.unit(), Numbers.written(line.value())))
                        .toList(),
                List.of(
                        text.say("report.print.people"),
                        report.closing()
                                .map(closing -> text.say("report.closed", closing.by(), text.moment(closing.at())))
                                .orElse(text.say("report.print.not-closed"))),
                text.say("report.print.foot"));
    }
}
