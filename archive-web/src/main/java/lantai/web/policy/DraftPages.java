package lantai.web.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.account.Right;
import lantai.account.Role;
import lantai.policy.DraftState;
import lantai.policy.PolicyDraft;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleDifference;
import lantai.policy.RuleFault;
import lantai.web.frame.Visit;
import lantai.web.view.View;

/** Makes the pages of a draft. */
final class DraftPages {
    private final PolicyDoors doors;

    DraftPages(PolicyDoors doors) {
        this.doors = doors;
    }

    View draft(Visit visit, String name, DraftView.Typed typed, Optional<String> error) {
        return doors.jdbi().withHandle(handle -> {
            var draft = doors.drafts().get(handle, name);
            var content = RuleContent.parse(draft.content());
            var form = doors.drafts().form(handle, name, content);
            var base = RuleContent.parse(
                    doors.policies().version(handle, name, draft.base()).content());
            var changes = RuleDifference.between(form, base, content);
            var faults = doors.drafts().faults(handle, name, content);
            var words = new RuleWords(name, visit.text());
            return new View(
                    "policy/draft.jte",
                    new DraftView(
                            visit.page(visit.text().say("policy.draft.title", title(visit, name))),
                            draft,
                            Sheet.of(name, form, content, visit.text()),
                            words.sentences(faults),
                            doors.remarks(handle, name, content).map(words::sentences),
                            ChangeLine.of(words, doors.drafts().form(handle, name, base), form, changes),
                            draft.state().isEditable() && visit.who().may(Right.MANAGE_POLICY),
                            doors.drafts().mayDecide(handle, visit.who(), draft),
                            doors.drafts().approvingRoles(handle, name).stream()
                                    .map(role -> Role.valueOf(role).chinese())
                                    .collect(Collectors.joining("、")),
                            doors.drafts().firstDay(),
                            kept(typed, draft),
                            error));
        });
    }

    /** A draft that came back still has its reason. */
    private static DraftView.Typed kept(DraftView.Typed typed, PolicyDraft draft) {
        return typed.reason().isEmpty() && draft.state() == DraftState.RETURNED
                ? new DraftView.Typed(draft.reason(), "")
                : typed;
    }

    View text(Visit visit, String name, Optional<String> typed, Optional<String> error) {
        var draft = doors.jdbi().withHandle(handle -> doors.drafts().get(handle, name));
        return new View(
                "policy/draft-text.jte",
                new DraftTextView(
                        visit.page(visit.text().say("policy.draft.title", title(visit, name))),
                        draft,
                        typed.orElseGet(() -> RuleContent.parse(draft.content()).readable()),
                        error));
    }

    /** The form of one row, or of the single values. */
    View row(Visit visit, PolicyDraft draft, RowPlace place, Map<String, String> typed, List<RuleFault> faults) {
        var words = new RuleWords(draft.name(), visit.text());
        var errors = new HashMap<String, String>();
        faults.forEach(fault -> errors.merge(
                place.columns().stream().anyMatch(column -> column.name().equals(fault.column())) ? fault.column() : "",
                words.why(fault),
                (one, other) -> one + ' ' + other));
        return new View(
                "policy/row.jte",
                new RowView(
                        visit.page(visit.text().say("policy.draft.title", title(visit, draft.name()))),
                        draft.name(),
                        draft.revision(),
                        "/policies/" + draft.name() + "/draft/" + place.path(),
                        place.about(words),
                        place.columns(),
                        place.columns().stream().collect(Collectors.toMap(RuleColumn::name, words::column)),
                        place.columns().stream()
                                .collect(Collectors.toMap(
                                        RuleColumn::name,
                                        column -> choices(words, column, typed.getOrDefault(column.name(), "")))),
                        typed,
                        errors));
    }

    /** What may be chosen; what stands there without being one of them is kept among it, so that saving loses nothing. */
    private static List<RuleChoice> choices(RuleWords words, RuleColumn column, String typed) {
        var named =
                column.choices().stream().map(choice -> new RuleChoice(choice.value(), words.choice(column, choice)));
        var other = Stream.of(typed.split("、", -1))
                .filter(value -> !value.isEmpty())
                .filter(value -> column.choices().stream()
                        .noneMatch(choice -> choice.value().equals(value)))
                .map(value -> new RuleChoice(value, words.named(column, value)));
        return Stream.concat(named, other).toList();
    }

    private static String title(Visit visit, String name) {
        return visit.text().say("policy.name." + name);
    }
}
