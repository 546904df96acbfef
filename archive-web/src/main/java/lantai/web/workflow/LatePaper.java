package lantai.web.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantai.ingest.workflow.BatchTask;
import lantai.ingest.workflow.Lateness;
import lantai.print.Column;
import lantai.print.Table;
import lantai.web.text.Language;
import lantai.web.text.Text;

/** The list of who is late on paper, by department and person, in Chinese. */
final class LatePaper {
    private LatePaper() {}

    static Table table(Lateness lateness) {
        var text = Text.in(Language.CHINESE);
        var rows = new ArrayList<List<String>>();
        lateness.late().stream()
                .sorted(Comparator.comparing(BatchTask::department)
                        .thenComparing(BatchTask::owner)
                        .thenComparing(BatchTask::since))
                .forEach(task -> rows.add(List.of(
                        Integer.toString(rows.size() + 1),
                        task.department(),
                        task.owner(),
                        task.title(),
                        task.stage().chinese(),
                        text.day(task.since()),
                        Long.toString(task.days(lateness.now())),
                        Integer.toString(lateness.rule().of(task.stage()).limitDays()),
                        lateness.deadline(task),
                        Integer.toString(task.open()))));
        return new Table(
                text.say("workflow.paper.title"),
                text.say("workflow.paper.line", text.day(lateness.today()), rows.size()),
                List.of(
                        Column.number(text.say("workflow.paper.number"), 1),
                        Column.text(text.say("workflow.department"), 2),
                        Column.text(text.say("workflow.owner"), 2),
                        Column.text(text.say("workflow.batch"), 5),
                        Column.text(text.say("workflow.stage"), 1.5),
                        Column.text(text.say("workflow.since"), 2),
                        Column.number(text.say("workflow.days"), 1.5),
                        Column.number(text.say("workflow.limit"), 1.5),
                        Column.text(text.say("workflow.deadline"), 2),
                        Column.number(text.say("workflow.open"), 1.5)),
                rows,
                List.of(),
                text.say("workflow.paper.foot"));
    }
}
