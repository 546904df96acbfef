package lantai.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lantai.policy.HouseRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.problem.Problem;
import org.jdbi.v3.core.Handle;

/** The rule on description as one of the house: every obligation has its element, every choice its list. */
public final class DescriptionPolicy implements HouseRule {
    private final PolicyCentre policies;
    private volatile Read read = new Read(0, "", new DescriptionRule(List.of(), List.of()));

    public DescriptionPolicy(PolicyCentre policies) {
        this.policies = policies;
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, DescriptionRule.POLICY, shipped());
    }

    /** {@return the rule that holds today} */
    public DescriptionRule rule(Handle handle) {
        var policy = policies.inForce(handle, DescriptionRule.POLICY);
        var known = read;
        if (known.version() != policy.version() || !known.json().equals(policy.content())) {
            known = new Read(policy.version(), policy.content(), DescriptionRule.parse(policy.content()));
            read = known;
        }
        return known.rule();
    }

    /** The version that was read last: every record of an edit of many asks for it. */
    private record Read(int version, String json, DescriptionRule rule) {}

    static String shipped() {
        try (var in = DescriptionPolicy.class.getResourceAsStream("description-elements.json")) {
            if (in == null) {
                throw new IllegalStateException("description-elements.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String name() {
        return DescriptionRule.POLICY;
    }

    @Override
    public RuleForm form() {
        return RuleColumns.FORM;
    }

    @Override
    public List<RuleFault> faults(Handle handle, RuleContent content) {
        var faults = new ArrayList<RuleFault>();
        var codes = new HashSet<String>();
        var table = RuleColumns.ELEMENTS;
        for (var row = 0; row < content.rows(table); row++) {
            var code = content.cell(table, row, RuleColumns.CODE);
            codes.add(code);
            if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
                faults.add(fault(table, row, RuleColumns.CODE, DescriptionProblem.CODE_MALFORMED, code));
            }
            listFault(content, row, faults);
        }
        Mapped.WRITTEN.stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> faults.add(new RuleFault("", DescriptionProblem.NO_SUCH_ELEMENT, List.of(code))));
        demandFaults(content, codes, faults);
        return faults;
    }

    private static void listFault(RuleContent content, int row, List<RuleFault> faults) {
        var table = RuleColumns.ELEMENTS;
        var list = content.cell(table, row, RuleColumns.VALUES);
        var usual = content.cell(table, row, RuleColumns.USUAL);
        if (!content.cell(table, row, RuleColumns.TYPE).equals(ElementType.CHOICE.name())) {
            return;
        }
        var name = content.cell(table, row, RuleColumns.NAME);
        if (list.isEmpty()) {
            faults.add(fault(table, row, RuleColumns.VALUES, DescriptionProblem.LIST_MISSING, name));
        } else if (!usual.isEmpty() && !List.of(list.split("、", -1)).contains(usual)) {
            faults.add(fault(table, row, RuleColumns.USUAL, DescriptionProblem.NOT_IN_LIST, name, usual, list));
        }
    }

    private static void demandFaults(RuleContent content, Set<String> codes, List<RuleFault> faults) {
        var table = RuleColumns.OBLIGATIONS;
        for (var row = 0; row < content.rows(table); row++) {
            var code = content.cell(table, row, RuleColumns.ELEMENT);
            if (!codes.contains(code)) {
                faults.add(fault(table, row, RuleColumns.ELEMENT, DescriptionProblem.NO_SUCH_ELEMENT, code));
            }
        }
    }

    private static RuleFault fault(RuleTable table, int row, RuleColumn column, Problem problem, Object... values) {
        return new RuleFault('/' + table.name() + '/' + row + '/' + column.name(), problem, List.of(values));
    }
}
