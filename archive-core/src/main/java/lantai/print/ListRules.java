package lantai.print;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import org.jdbi.v3.core.Handle;

/** What the lists are called at this agency, and whether it has confirmed their columns: the rule {@code lists}. */
public final class ListRules {
    /** Name of the policy. */
    public static final String POLICY = "lists";

    /** What the product comes with: titles and columns as seen in sources (S) or not (K). */
    public static final String SHIPPED = """
            {"stampOrganisation": "element-department", "lists": [
              {"list": "items", "title": "归档文件目录", "evidence": "S"},
              {"list": "volumes", "title": "案卷目录", "evidence": "K"},
              {"list": "volume", "title": "卷内文件目录", "evidence": "K"},
              {"list": "note", "title": "备考表", "evidence": "S"},
              {"list": "photos", "title": "照片档案目录", "evidence": "K"},
              {"list": "register", "title": "电子文件归档登记表", "evidence": "S"},
              {"list": "transfer", "title": "档案移交清册", "evidence": "K"}
            ]}
            """;

    private static final RuleColumn STAMP = choice(
                    "stampOrganisation",
                    List.of(
                            new RuleChoice("element-department", "著录项“机构或问题”，没有时归档部门"),
                            new RuleChoice("element", "著录项“机构或问题”"),
                            new RuleChoice("department", "归档部门"),
                            new RuleChoice("none", "空着")))
            .orEmpty();
    private static final RuleColumn LIST = choice(
            "list",
            Stream.of(StatutoryList.values())
                    .map(list -> new RuleChoice(list.code(), list.code()))
                    .toList());
    private static final RuleColumn TITLE = required("title", RuleType.TEXT);
    private static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);
    private static final RuleTable LISTS = new RuleTable("lists", "list", List.of(LIST, TITLE, EVIDENCE));

    private final PolicyCentre policies;

    public ListRules(PolicyCentre policies) {
        this.policies = policies;
    }

    /**
     * How one list is printed.
     *
     * @param title over it
     * @param confirmed whether its columns were seen in a source or confirmed by the agency
     */
    public record ListRule(String title, boolean confirmed) {}

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(POLICY, new RuleForm(List.of(STAMP), List.of(LISTS)), RuleContent::parse);
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, POLICY, SHIPPED);
    }

    /**
     * What stands in the cell 机构或问题 of the filing stamp when the reference code does not say it (the cell is optional in DA/T
     * 22-2015).
     *
     * @param element what the description says
     * @param department what filed it
     */
    public String organisation(Handle handle, String element, String department) {
        return switch (RuleContent.parse(policies.inForce(handle, POLICY).content())
                .field(STAMP)) {
            case "none" -> "";
            case "element" -> element;
            case "department" -> department;
            default -> element.isEmpty() ? department : element;
        };
    }

    /** {@return how a list is printed; one that the rule leaves out is called by its code and not confirmed} */
    public ListRule of(Handle handle, StatutoryList list) {
        var content = RuleContent.parse(policies.inForce(handle, POLICY).content());
        return IntStream.range(0, content.rows(LISTS))
                .filter(row -> content.cell(LISTS, row, LIST).equals(list.code()))
                .mapToObj(row -> new ListRule(
                        content.cell(LISTS, row, TITLE),
                        !content.cell(LISTS, row, EVIDENCE).equals("K")))
                .findFirst()
                .orElseGet(() -> new ListRule(list.code(), false));
    }
}
