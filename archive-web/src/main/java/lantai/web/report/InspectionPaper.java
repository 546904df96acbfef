package lantai.web.report;

import java.util.List;
import lantai.inspection.Answer;
import lantai.inspection.Inspection;
import lantai.inspection.Verdict;
import lantai.print.Column;
import lantai.print.Table;
import lantai.web.text.Text;

/** A self-inspection as a paper, in Chinese. Points that nobody has confirmed yet are marked. */
final class InspectionPaper {
    private final Text text;

    private InspectionPaper(Text text) {
        this.text = text;
    }

    static Table of(Text text, Inspection inspection) {
        var paper = new InspectionPaper(text);
        return new Table(
                inspection.listTitle(),
                inspection.title(),
                List.of(
                        Column.text(text.say("report.number"), 1.1),
                        Column.text(text.say("report.section"), 3),
                        Column.text(text.say("report.question"), 7),
                        Column.text(text.say("report.verdict"), 1.8),
                        Column.text(text.say("report.note"), 4),
                        Column.text(text.say("report.owner"), 2.4),
                        Column.text(text.say("report.mended"), 3)),
                inspection.answers().stream().map(paper::row).toList(),
                List.of(
                        text.say(
                                "report.inspection.sum",
                                inspection.answers().size(),
                                inspection.count(Verdict.SOUND),
                                inspection.count(Verdict.FINDING),
                                inspection.waiting()),
                        text.say("report.inspection.unconfirmed"),
                        text.say("report.inspection.people")),
                text.say("report.print.foot"));
    }

    private List<String> row(Answer answer) {
        var point = answer.point();
        return List.of(
                point.number() + (point.evidence().equals("K") ? "*" : ""),
                point.section(),
                point.question(),
                text.say("report.verdict." + answer.verdict().name()),
                answer.note(),
                answer.owner() + answer.due().map(day -> " " + text.day(day)).orElse(""),
                answer.mendedAt()
                        .map(at -> text.day(at) + " " + answer.mended())
                        .orElse(""));
    }
}
