package lantai.ingest.propose;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.stream.Stream;
import lantai.policy.ParsedRule;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleSource;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;

/** How the rule {@code particulars} looks to the archivist who edits it. */
public final class ParticularForm {
    private static final RuleSource HERE = RuleSource.here("particulars");
    private static final RuleColumn KINDS =
            optional("kinds", RuleType.WORDS).from(RuleSource.of("document-kinds", "kinds"));
    private static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);

    private static final RuleForm FORM = new RuleForm(
            List.of(),
            List.of(
                    new RuleTable("particulars", "code", particulars()),
                    new RuleTable("sums", "code", sums()),
                    new RuleTable("orders", "code", orders())));

    private ParticularForm() {}

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(ParticularRules.POLICY, FORM, ParticularRules::parse);
    }

    private static List<RuleColumn> particulars() {
        return List.of(
                required("code", RuleType.TEXT),
                required("name", RuleType.TEXT),
                required("english", RuleType.TEXT),
                choice("type", types()),
                required("labels", RuleType.WORDS),
                optional("pattern", RuleType.TEXT),
                choice("check", List.of(new RuleChoice("credit-code", "统一社会信用代码校验位")))
                        .orEmpty(),
                choice("pick", List.of(new RuleChoice("first", "第一个日期"), new RuleChoice("last", "最后一个日期")))
                        .orEmpty(),
                KINDS,
                EVIDENCE);
    }

    private static List<RuleChoice> types() {
        return Stream.of(ParticularType.values())
                .map(type -> new RuleChoice(type.code(), chinese(type)))
                .toList();
    }

    private static String chinese(ParticularType type) {
        return switch (type) {
            case TEXT -> "文字";
            case ORGANISATION -> "单位";
            case DATE -> "日期";
            case AMOUNT -> "金额";
            case COUNT -> "数量";
            case NUMBER -> "号码";
        };
    }

    private static List<RuleColumn> sums() {
        return List.of(
                required("code", RuleType.TEXT),
                required("name", RuleType.TEXT),
                required("total", RuleType.TEXT).from(HERE),
                required("plus", RuleType.WORDS).from(HERE),
                optional("minus", RuleType.WORDS).from(HERE),
                optional("optional", RuleType.WORDS).from(HERE),
                required("tolerance", RuleType.NUMBER),
                KINDS,
                EVIDENCE);
    }

    private static List<RuleColumn> orders() {
        return List.of(
                required("code", RuleType.TEXT),
                required("earlier", RuleType.TEXT).from(HERE),
                required("later", RuleType.TEXT).from(HERE),
                KINDS,
                EVIDENCE);
    }
}
