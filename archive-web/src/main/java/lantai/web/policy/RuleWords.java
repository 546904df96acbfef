package lantai.web.policy;

import java.util.List;
import lantai.policy.RuleColumn;
import lantai.policy.RuleFault;
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
        return text.say(ProblemText.key(fault.problem()), fault.values().toArray());
    }

    List<String> sentences(List<RuleFault> faults) {
        return faults.stream().map(fault -> sentence(fault)).toList();
    }
}
