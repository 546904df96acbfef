package lantai.check;

import static lantai.check.Level.HOUSE;
import static lantai.check.Level.RECORD;
import static lantai.check.Level.WHOLE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The items of the check. Codes and names are those of DA/T 70-2018 as far as they were seen in sources; what was not seen runs under
 * codes of our own ({@code LT-…}) until the text of the standard confirms it, and is never printed as official.
 */
public enum Rule {
    FIXED_INFORMATION("1-1", "固化信息有效性", true, RECORD),
    LENGTH("1-2", "元数据项数据长度", true, RECORD),
    TYPE("1-3", "元数据项数据类型、格式", true, RECORD),
    VALUE_LIST("1-4", "元数据项值域符合度", true, RECORD),
    PLAUSIBILITY("1-5", "元数据项数据值合理性", true, RECORD),
    SPECIAL_CHARACTERS("1-6", "元数据项数据包含特殊字符", true, RECORD),
    REFERENCE_CODE("1-7", "档号规范性", true, RECORD),
    DUPLICATES("1-8", "元数据项数据重复性", true, RECORD),
    ELECTRONIC_ATTRIBUTES("1-10", "内容数据电子属性一致性", true, RECORD),
    LINKS("1-11", "元数据关联内容数据", true, RECORD),
    CATALOGUE_FILES("1-12", "说明文件和目录文件规范性", true, RECORD),
    PACKAGE_STRUCTURE("1-13", "信息包目录结构规范性", true, RECORD),
    PACKAGE_SAMENESS("1-14", "信息包一致性", true, RECORD),
    TOTAL_ITEMS("2-1", "总件数相符性", true, WHOLE),
    TOTAL_BYTES("2-2", "总字节数相符性", true, WHOLE),
    ELEMENTS("2-3", "元数据项完整性", true, RECORD),
    MANDATORY("2-4", "元数据必填著录项", true, RECORD),
    PROCESS("2-5", "过程信息完整性", true, RECORD),
    CONTINUITY("2-6", "连续性元数据项", true, WHOLE),
    CONTENT_COMPLETE("2-7", "内容数据完整性", true, RECORD),
    ATTACHMENTS("2-8", "附件数据完整性", false, RECORD),
    SCOPE("2-9", "归档范围", true, WHOLE),
    PACKAGE_METADATA("2-10", "信息包元数据完整性", true, RECORD),
    PACKAGE_CONTENT("2-11", "信息包内容数据完整性", true, RECORD),
    PACKAGE_READABLE("3-1", "信息包元数据可读性", true, RECORD),
    ROW_READABLE("3-2", "目标数据库元数据可访问性", true, RECORD),
    FORMAT("3-3", "内容数据格式", true, RECORD),
    READABILITY("3-4", "内容数据可读性", false, RECORD),
    PRESERVATION_FORMAT("3-5", "长期保存格式适用性", false, RECORD),
    ENVIRONMENT("3-6", "软硬件环境合规性", false, RECORD),
    OPEN_PACKAGE("3-7", "信息包无需专用工具", false, RECORD),
    PACKAGE_FORMAT("3-8", "信息包内容数据格式合规性", true, RECORD),
    SCANNER("4-1", "系统安装杀毒软件", true, HOUSE),
    VIRUS("4-2", "病毒感染", true, RECORD),
    SURPLUS("4-3", "载体中多余文件", true, WHOLE),
    CARRIER_SPEED("4-4", "载体读取速度", false, HOUSE),
    CARRIER_LOOK("4-5", "载体外观", false, HOUSE),
    DISC("4-6", "光盘合格性", false, HOUSE),
    OPERATION("4-7", "操作过程安全性", true, RECORD),
    AUDIT_TRAIL("4-8", "审计记录未被改动", false, HOUSE),
    BACKUP("4-9", "备份在期限内", false, HOUSE),
    CARRIER_AGE("4-10", "载体使用年限", false, HOUSE),
    VULNERABILITIES("4-11", "系统软件漏洞", false, HOUSE);

    static final String OWN = "LT";

    private static final Set<Rule> MANUAL = EnumSet.of(CARRIER_SPEED, CARRIER_LOOK, DISC, CARRIER_AGE, VULNERABILITIES);

    private final String number;
    private final String chinese;
    private final boolean seen;
    private final Level level;

    /** @param seen whether the pair of code and name was met in a source (standards digest §4.1) */
    Rule(String number, String chinese, boolean seen, Level level) {
        this.number = number;
        this.chinese = chinese;
        this.seen = seen;
        this.level = level;
    }

    /** {@return its number without a stage, for example {@code 1-7}} */
    public String number() {
        return number;
    }

    /** {@return its name on paper} */
    public String chinese() {
        return chinese;
    }

    Level level() {
        return level;
    }

    /** {@return the property it belongs to} */
    public Property property() {
        return switch (number.charAt(0)) {
            case '1' -> Property.AUTHENTICITY;
            case '2' -> Property.INTEGRITY;
            case '3' -> Property.USABILITY;
            default -> Property.SECURITY;
        };
    }

    /** {@return its code at a stage: the standard's where it was seen, else our own} */
    public String code(Stage stage) {
        return (isStandard(stage) ? stage.prefix() : OWN) + '-' + number;
    }

    /** {@return whether the code is the standard's; otherwise it is marked 待本单位确认} */
    public boolean isStandard(Stage stage) {
        return seen && stage != Stage.LONG_TERM;
    }

    /** {@return whether only a person can look: it is about a carrier in the hand, or about the machine room} */
    public boolean isManual() {
        return MANUAL.contains(this);
    }

    /** {@return the rule with this number, if there is one} */
    public static Optional<Rule> of(String number) {
        return Stream.of(values()).filter(rule -> rule.number.equals(number)).findFirst();
    }
}
