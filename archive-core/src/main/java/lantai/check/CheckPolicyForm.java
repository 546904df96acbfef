package lantai.check;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.stream.Stream;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;

/** How the rule on the four-property check looks to the archivist who edits it. */
public final class CheckPolicyForm {
    static final RuleColumn DUPLICATE_KEYS = required("duplicateKeys", RuleType.WORDS);
    static final RuleColumn STRUCTURE = required("structure", RuleType.WORDS);
    static final RuleColumn BANNED = optional("banned", RuleType.WORDS);
    static final RuleColumn ENVIRONMENTS = optional("environments", RuleType.WORDS);
    static final RuleColumn TRUSTED = optional("trustedCertificates", RuleType.WORDS);
    static final RuleColumn SCANNER_DAYS = RuleColumn.number("scannerDays", 1, 3650);
    static final RuleColumn BACKUP_DAYS = RuleColumn.number("backupDays", 1, 3650);

    static final RuleColumn NUMBER = choice(
            "number",
            Stream.of(Rule.values())
                    .map(rule -> new RuleChoice(rule.number(), rule.number() + ' ' + rule.chinese()))
                    .toList());
    static final RuleColumn STAGES = new RuleColumn(
            "stages",
            RuleType.CHOICES,
            true,
            Stream.of(Stage.values())
                    .map(stage -> new RuleChoice(stage.name(), stage.chinese()))
                    .toList());
    static final RuleColumn AT_FILING = optional("atFiling", RuleType.YES_NO);
    static final RuleColumn SEVERITY = choice(
            "severity",
            Stream.of(Severity.values())
                    .map(severity -> new RuleChoice(severity.name(), severity.chinese()))
                    .toList());
    static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);

    static final RuleColumn ELEMENT = required("element", RuleType.TEXT)
            .called(List.of(
                    new RuleChoice("referenceCode", "档号"),
                    new RuleChoice("fonds", "全宗号"),
                    new RuleChoice("category", "门类"),
                    new RuleChoice("kind", "文种"),
                    new RuleChoice("year", "年度"),
                    new RuleChoice("retention", "保管期限"),
                    new RuleChoice("title", "题名"),
                    new RuleChoice("documentNumber", "文号"),
                    new RuleChoice("responsible", "责任者"),
                    new RuleChoice("date", "日期"),
                    new RuleChoice("filedAt", "归档时间"),
                    new RuleChoice("filedBy", "归档人")));
    static final RuleColumn LABEL = required("label", RuleType.TEXT);
    static final RuleColumn MANDATORY = optional("mandatory", RuleType.YES_NO);
    static final RuleColumn LONGEST = optional("longest", RuleType.NUMBER);
    static final RuleColumn TYPE = choice(
            "type",
            Stream.of(Element.Type.values())
                    .map(type -> new RuleChoice(type.name(), type.chinese))
                    .toList());
    static final RuleColumn SHAPE = optional("shape", RuleType.TEXT);
    static final RuleColumn LIST = optional("list", RuleType.WORDS);

    static final RuleColumn FORMAT = required("format", RuleType.TEXT);
    static final RuleColumn PRESERVATION = optional("preservation", RuleType.YES_NO);
    static final RuleColumn OBSOLETE_ON = optional("obsoleteOn", RuleType.TEXT);

    static final RuleTable RULES =
            new RuleTable("rules", "number", List.of(NUMBER, STAGES, AT_FILING, SEVERITY, EVIDENCE));
    static final RuleTable ELEMENTS = new RuleTable(
            "elements", "element", List.of(ELEMENT, LABEL, MANDATORY, LONGEST, TYPE, SHAPE, LIST, EVIDENCE));
    static final RuleTable FORMATS =
            new RuleTable("formats", "format", List.of(FORMAT, LABEL, PRESERVATION, OBSOLETE_ON, EVIDENCE));

    /** Single values, the items of the check, the elements of the description, the formats. */
    public static final RuleForm FORM = new RuleForm(
            List.of(DUPLICATE_KEYS, STRUCTURE, BANNED, ENVIRONMENTS, TRUSTED, SCANNER_DAYS, BACKUP_DAYS),
            List.of(RULES, ELEMENTS, FORMATS));

    private CheckPolicyForm() {}
}
