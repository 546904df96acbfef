package lantai.web.imports;

import java.util.ArrayList;
import java.util.List;
import lantai.ingest.hooking.HookPlan;
import lantai.print.Column;
import lantai.print.Table;
import lantai.web.text.Text;

/** What does not fit between the pages of a batch and the entries, both ways, as a list to be printed. */
record HookTable(Text text) {
    Table table(String batch, HookPlan plan) {
        var rows = new ArrayList<List<String>>();
        plan.matches().stream()
                .filter(HookPlan.Match::differs)
                .forEach(match -> rows.add(List.of(
                        text.say("imports.hook.PAGES"),
                        match.referenceCode(),
                        match.title(),
                        text.say(
                                "imports.hook.pages",
                                match.pages().size(),
                                match.catalogued().map(Object::toString).orElse("")))));
        plan.strays()
                .forEach(stray -> rows.add(List.of(
                        text.say("imports.hook.STRAY"),
                        "",
                        stray.path(),
                        text.say("imports.hook.why." + stray.why().name()))));
        plan.without()
                .first()
                .forEach(entry ->
                        rows.add(List.of(text.say("imports.hook.WITHOUT"), entry.referenceCode(), entry.title(), "")));
        return new Table(
                text.say("imports.hook.list"),
                batch,
                List.of(
                        Column.text(text.say("imports.hook.kind"), 2),
                        Column.text(text.say("imports.field.REFERENCE_CODE"), 4),
                        Column.text(text.say("imports.hook.what"), 6),
                        Column.text(text.say("imports.why"), 4)),
                rows,
                List.of(text.say(
                        "imports.hook.sum",
                        plan.matches().size(),
                        plan.differing(),
                        plan.strays().size(),
                        plan.without().all())),
                text.say("imports.print.foot"));
    }
}
