package lantai.scheme;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleSource;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.retention.RetentionPeriod;

/** How the classification scheme looks to the archivist who edits it. */
final class SchemeForm {
    static final RuleColumn CODE = required("code", RuleType.TEXT);
    static final RuleColumn NAME = required("name", RuleType.TEXT);
    static final RuleColumn CATEGORY = choice(
            "category",
            Stream.of(Category.values())
                    .map(category -> new RuleChoice(category.name(), category.chinese()))
                    .toList());
    static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);
    static final RuleColumn BASIS = optional("basis", RuleType.TEXT);
    static final RuleColumn CLASS = required("class", RuleType.TEXT).from(RuleSource.here("classes"));
    static final RuleColumn INSURANCES = optional("insurances", RuleType.WORDS).from(RuleSource.vocabulary("insutype"));
    static final RuleColumn RETENTION = required("retention", RuleType.TEXT).called(RetentionPeriod.choices());
    static final RuleColumn COLLECT = choice(
            "collect", List.of(new RuleChoice("VOLUME", "卷"), new RuleChoice("ITEM", "件"), new RuleChoice("BOX", "盒")));
    static final RuleColumn SUBJECT = choice(
            "subject",
            List.of(new RuleChoice("ANY", "不限"), new RuleChoice("UNIT", "单位"), new RuleChoice("PERSON", "个人")));
    static final RuleColumn SAME = RuleColumn.choices(
            "sameInVolume",
            List.of(
                    new RuleChoice("year", "年度"),
                    new RuleChoice("retention", "保管期限"),
                    new RuleChoice("insurance", "险种"),
                    new RuleChoice("link", "环节"),
                    new RuleChoice("unit", "单位"),
                    new RuleChoice("person", "个人"),
                    new RuleChoice("month", "月份")));
    static final RuleColumn LINK = required("link", RuleType.TEXT).from(RuleSource.here("links"));
    static final RuleColumn REQUIRED = optional("required", RuleType.YES_NO);
    static final RuleColumn MAIN = optional("main", RuleType.YES_NO);
    static final RuleColumn SCAN = optional("scan", RuleType.YES_NO);
    static final RuleColumn ORIGINAL = optional("original", RuleType.YES_NO);
    static final RuleColumn PAPER = optional("paperKept", RuleType.YES_NO);
    static final RuleColumn KINDS = optional("kinds", RuleType.WORDS).from(RuleSource.of("document-kinds", "kinds"));
    static final RuleColumn SYNONYMS = optional("synonyms", RuleType.WORDS);
    static final RuleColumn LIST = required("list", RuleType.TEXT);

    static final RuleTable CLASSES = new RuleTable("classes", "code", List.of(CODE, CATEGORY, NAME, EVIDENCE, BASIS));
    static final RuleTable LINKS = new RuleTable(
            "links", "code", List.of(CODE, NAME, CLASS, INSURANCES, RETENTION, COLLECT, SUBJECT, SAME, EVIDENCE));
    static final RuleTable MATERIALS = new RuleTable(
            "materials",
            List.of("link", "name"),
            List.of(LINK, NAME, KINDS, SYNONYMS, REQUIRED, MAIN, SCAN, ORIGINAL, PAPER, EVIDENCE));
    static final RuleTable WORDS =
            new RuleTable("vocabularies", List.of("list", "code"), List.of(LIST, CODE, NAME, EVIDENCE));

    static final RuleForm FORM = new RuleForm(List.of(), List.of(CLASSES, LINKS, MATERIALS, WORDS));

    private SchemeForm() {}
}
