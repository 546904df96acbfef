package lantai.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.cipher.CipherAlgorithm;
import lantai.classification.Category;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.problem.Malformed;
import lantai.storage.Encipherment;
import org.jdbi.v3.core.Handle;

/**
 * Which categories are enciphered in the store, and with what (agency policy): the rule {@code encryption}. It holds for records that are filed
 * from its day on; what was filed before stays as it is.
 */
public final class EncryptionRule {
    /** Name of the policy. */
    public static final String POLICY = "encryption";

    private static final String NONE = "NONE";
    private static final RuleColumn CATEGORY = RuleColumn.choice(
            "category",
            Stream.of(Category.values())
                    .map(one -> new RuleChoice(one.name(), one.chinese()))
                    .toList());
    private static final RuleColumn ALGORITHM = RuleColumn.choice(
            "algorithm",
            Stream.concat(
                            Stream.of(new RuleChoice(NONE, "不加密")),
                            Stream.of(CipherAlgorithm.values()).map(one -> new RuleChoice(one.code(), one.code())))
                    .toList());
    private static final RuleTable CATEGORIES = new RuleTable("categories", "category", List.of(CATEGORY, ALGORITHM));

    private final Map<Category, CipherAlgorithm> algorithms;

    private EncryptionRule(Map<Category, CipherAlgorithm> algorithms) {
        this.algorithms = algorithms;
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(POLICY, new RuleForm(List.of(), List.of(CATEGORIES)), EncryptionRule::parse);
    }

    /** Writes the rule that the product comes with, by which nothing is enciphered, unless the archive has its own. */
    public static void seed(Handle transaction, PolicyCentre policies) {
        policies.seed(transaction, POLICY, shipped());
    }

    private static String shipped() {
        return Stream.of(Category.values())
                .map(one -> "{\"category\": \"" + one.name() + "\", \"algorithm\": \"" + NONE + "\"}")
                .collect(Collectors.joining(", ", "{\"categories\": [", "]}"));
    }

    /** {@return how the object of a record that is filed now is to be enciphered}; empty when it is not */
    public static Optional<Encipherment.Order> order(Handle handle, PolicyCentre policies, Item item) {
        return parse(policies.inForce(handle, POLICY).content())
                .of(item.category())
                .map(algorithm ->
                        new Encipherment.Order(algorithm, item.referenceCode().text()));
    }

    /** {@return what a category is enciphered with}; empty when it is not */
    public Optional<CipherAlgorithm> of(Category category) {
        return Optional.ofNullable(algorithms.get(category));
    }

    /**
     * Reads the rule.
     *
     * @throws Malformed when a category or an algorithm is unknown
     */
    public static EncryptionRule parse(String json) {
        var content = RuleContent.parse(json);
        var algorithms = new EnumMap<Category, CipherAlgorithm>(Category.class);
        for (var row = 0; row < content.rows(CATEGORIES); row++) {
            var name = content.cell(CATEGORIES, row, CATEGORY);
            var code = content.cell(CATEGORIES, row, ALGORITHM);
            var category =
                    Category.of(name).orElseThrow(() -> new Malformed(RecordProblem.WRONG_ENCRYPTION, name, code));
            if (!code.equals(NONE)) {
                algorithms.put(
                        category,
                        CipherAlgorithm.of(code)
                                .orElseThrow(() -> new Malformed(RecordProblem.WRONG_ENCRYPTION, name, code)));
            }
        }
        return new EncryptionRule(algorithms);
    }
}
