package lantai.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.policy.HouseRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.problem.Problem;
import lantai.retention.RetentionPeriod;
import lantai.retention.RetentionSchedule;
import org.jdbi.v3.core.Handle;

/**
 * The classification scheme as a rule of the house: every category has its class, every class the one above it, every link its
 * class, term and main form.
 */
public final class SchemePolicy implements HouseRule {
    private static final String CLASS_CODE = "[A-Z]{2}(?:·[A-Z0-9]{1,4}){0,3}";
    private static final String INSURANCES = "insutype";

    private final PolicyCentre policies;

    public SchemePolicy(PolicyCentre policies) {
        this.policies = policies;
    }

    /** Writes the scheme that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, ClassificationScheme.POLICY, shipped());
    }

    /** {@return the scheme that holds today} */
    public ClassificationScheme scheme(Handle handle) {
        return ClassificationScheme.of(RuleContent.parse(
                policies.inForce(handle, ClassificationScheme.POLICY).content()));
    }

    static String shipped() {
        try (var in = SchemePolicy.class.getResourceAsStream("classification.json")) {
            if (in == null) {
                throw new IllegalStateException("classification.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String name() {
        return ClassificationScheme.POLICY;
    }

    @Override
    public RuleForm form() {
        return SchemeForm.FORM;
    }

    @Override
    public List<RuleFault> faults(Handle handle, RuleContent content) {
        var faults = new ArrayList<RuleFault>();
        var classes = column(content, SchemeForm.CLASSES, SchemeForm.CODE);
        for (var row = 0; row < content.rows(SchemeForm.CLASSES); row++) {
            classFaults(content, row, classes, faults);
        }
        Stream.of(Category.values())
                .filter(category -> classes.stream().noneMatch(category::holds))
                .forEach(category ->
                        faults.add(new RuleFault("", SchemeProblem.CATEGORY_MISSING, List.of(category.chinese()))));
        var insurances = insurances(content);
        for (var row = 0; row < content.rows(SchemeForm.LINKS); row++) {
            linkFaults(content, row, classes, insurances, faults);
        }
        materialFaults(content, faults);
        return faults;
    }

    @Override
    public Optional<List<RuleFault>> remarks(Handle handle, RuleContent content) {
        if (!faults(handle, content).isEmpty()) {
            return Optional.empty();
        }
        var schedule = RetentionSchedule.parse(
                policies.inForce(handle, RetentionSchedule.POLICY).content());
        return Optional.of(new ScheduleAgreement(ClassificationScheme.of(content), schedule).differences());
    }

    private static void classFaults(RuleContent content, int row, Set<String> classes, List<RuleFault> faults) {
        var code = content.cell(SchemeForm.CLASSES, row, SchemeForm.CODE);
        var category = Category.valueOf(content.cell(SchemeForm.CLASSES, row, SchemeForm.CATEGORY));
        var dot = code.lastIndexOf('·');
        if (!code.matches(CLASS_CODE)) {
            faults.add(fault(SchemeForm.CLASSES, row, SchemeForm.CODE, SchemeProblem.CLASS_CODE_MALFORMED, code));
        } else if (!category.holds(code.split("·", 2)[0])) {
            faults.add(fault(
                    SchemeForm.CLASSES,
                    row,
                    SchemeForm.CATEGORY,
                    SchemeProblem.CLASS_IN_OTHER_CATEGORY,
                    code,
                    category.chinese()));
        } else if (dot > 0 && !classes.contains(code.substring(0, dot))) {
            faults.add(fault(
                    SchemeForm.CLASSES,
                    row,
                    SchemeForm.CODE,
                    SchemeProblem.CLASS_WITHOUT_PARENT,
                    code,
                    code.substring(0, dot)));
        }
    }

    private static void linkFaults(
            RuleContent content, int row, Set<String> classes, Set<String> insurances, List<RuleFault> faults) {
        var table = SchemeForm.LINKS;
        var inClass = content.cell(table, row, SchemeForm.CLASS);
        var term = content.cell(table, row, SchemeForm.RETENTION);
        if (!classes.contains(inClass)) {
            faults.add(fault(table, row, SchemeForm.CLASS, SchemeProblem.NO_SUCH_CLASS, inClass));
        }
        if (RetentionPeriod.parse(term).isEmpty()) {
            faults.add(fault(table, row, SchemeForm.RETENTION, SchemeProblem.TERM_MALFORMED, term));
        }
        Stream.of(content.cell(table, row, SchemeForm.INSURANCES).split("、", -1))
                .filter(insurance -> !insurance.isEmpty() && !insurances.contains(insurance))
                .forEach(insurance -> faults.add(
                        fault(table, row, SchemeForm.INSURANCES, SchemeProblem.NO_SUCH_INSURANCE, insurance)));
    }

    private static void materialFaults(RuleContent content, List<RuleFault> faults) {
        var links = column(content, SchemeForm.LINKS, SchemeForm.CODE);
        var withMain = new HashSet<String>();
        var withMaterial = new HashSet<String>();
        for (var row = 0; row < content.rows(SchemeForm.MATERIALS); row++) {
            var link = content.cell(SchemeForm.MATERIALS, row, SchemeForm.LINK);
            withMaterial.add(link);
            if (!links.contains(link)) {
                faults.add(fault(SchemeForm.MATERIALS, row, SchemeForm.LINK, SchemeProblem.NO_SUCH_LINK, link));
            }
            if (content.cell(SchemeForm.MATERIALS, row, SchemeForm.MAIN).equals("true")) {
                withMain.add(link);
            }
        }
        withMaterial.stream()
                .filter(link -> links.contains(link) && !withMain.contains(link))
                .sorted()
                .forEach(link -> faults.add(new RuleFault("", SchemeProblem.LINK_WITHOUT_MAIN_FORM, List.of(link))));
    }

    private static Set<String> insurances(RuleContent content) {
        return IntStream.range(0, content.rows(SchemeForm.WORDS))
                .filter(row ->
                        content.cell(SchemeForm.WORDS, row, SchemeForm.LIST).equals(INSURANCES))
                .mapToObj(row -> content.cell(SchemeForm.WORDS, row, SchemeForm.CODE))
                .collect(Collectors.toSet());
    }

    private static Set<String> column(RuleContent content, RuleTable table, RuleColumn column) {
        return IntStream.range(0, content.rows(table))
                .mapToObj(row -> content.cell(table, row, column))
                .collect(Collectors.toSet());
    }

    private static RuleFault fault(RuleTable table, int row, RuleColumn column, Problem problem, Object... values) {
        return new RuleFault('/' + table.name() + '/' + row + '/' + column.name(), problem, List.of(values));
    }
}
