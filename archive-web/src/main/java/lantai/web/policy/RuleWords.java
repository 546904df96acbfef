package lantai.web.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleFault;
import lantai.policy.RuleTable;
import lantai.web.problem.ProblemText;
import lantai.web.text.Text;

/** The words of one rule: what its tables and columns are called. A column without a name of its own has the common one. */
record RuleWords(String rule, Text text) {
    String table(String name) {
        return name.isEmpty() ? text.say("policy.fields") : text.say("policy.table." + rule + '.' + name);
    }

    String column(RuleColumn column) {
        return column(column.name());
    }

    String column(String name) {
        var own = "policy.column." + rule + '.' + name.replace('/', '-');
        var common = "policy.column." + name.replace('/', '-');
        return text.has(own) ? text.say(own) : text.has(common) ? text.say(common) : name;
    }

    /** {@return a choice by its name: its own words, else what the rule calls it} */
    String choice(RuleColumn column, RuleChoice choice) {
        return own(column.name(), choice.value()).orElseGet(choice::label);
    }

    private Optional<String> own(String column, String value) {
        var prefix = switch (column) {
            case "expects", "propose" -> "review.field.";
            case "rule" -> "policy.name.";
            case "paper" -> "policy.paper.";
            case "list" -> rule.equals("lists") ? "policy.statutory." : "policy.vocabulary.";
            case "name" -> "policy.mask.";
            default -> "policy.choice.";
        };
        var key = prefix + (value.equals("*") ? "others" : value);
        return Optional.of(key).filter(text::has).map(text::say);
    }

    /** {@return what stands in a cell, as people read it} */
    String shown(RuleColumn column, String typed) {
        return switch (column.type()) {
            case TEXT -> own(column.name(), typed).orElse(typed);
            case NUMBER, LONG_TEXT, PAIRS, WORDS, WEIGHTS -> typed;
            case YES_NO -> yesNo(typed.equals("true"));
            case EVIDENCE -> text.has("policy.evidence." + typed) ? text.say("policy.evidence." + typed) : typed;
            case CHOICE, CHOICES ->
                Stream.of(typed.split("、", -1))
                        .map(value -> named(column, value))
                        .collect(Collectors.joining("、"));
        };
    }

    /** {@return what a code is called; for {@code YB 4.3/4.4}, which serves two links, what both are called} */
    String named(RuleColumn column, String value) {
        var slash = value.lastIndexOf('/');
        return column.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(choice -> choice(column, choice))
                .orElseGet(() -> slash < 0
                        ? value
                        : named(column, value.substring(0, slash))
                                + '/'
                                + named(
                                        column,
                                        value.substring(0, value.lastIndexOf(' ') + 1) + value.substring(slash + 1)));
    }

    /**
     * What people call a row.
     *
     * @param name the codes of its key, parted by spaces; a code may have a space of its own
     */
    String row(RuleTable table, String name) {
        var rest = name;
        var told = new ArrayList<String>();
        for (var key : table.key()) {
            var column = table.column(key);
            var here = rest;
            var code = column.stream()
                    .flatMap(found -> found.choices().stream())
                    .map(RuleChoice::value)
                    .filter(value -> here.equals(value) || here.startsWith(value + ' '))
                    .max(Comparator.comparingInt(String::length));
            if (code.isPresent()) {
                told.add(shown(column.get(), code.get()));
                rest = rest.substring(code.get().length()).strip();
            }
        }
        told.add(rest);
        return told.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    String yesNo(boolean value) {
        return text.say(value ? "policy.yes" : "policy.no");
    }

    /** {@return a fault in one sentence: row, column, why} */
    String sentence(RuleFault fault) {
        var why = why(fault);
        if (fault.path().isEmpty()) {
            return why;
        }
        var column = fault.column().isEmpty() ? "" : column(fault.column());
        return fault.row().isPresent()
                ? text.say(
                        "policy.fault.row",
                        table(fault.table().orElse("")),
                        fault.row().get() + 1,
                        column,
                        why)
                : text.say("policy.fault.field", column, why);
    }

    String why(RuleFault fault) {
        return ProblemText.of(text, fault.problem(), fault.values());
    }

    List<String> sentences(List<RuleFault> faults) {
        return faults.stream().map(fault -> sentence(fault)).toList();
    }
}
