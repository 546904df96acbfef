package lantai.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleTable;
import lantai.retention.RetentionPeriod;

/**
 * The classification scheme of the agency, kept as the policy {@code classification}. It has been checked before it became a
 * version.
 *
 * @param classes in the order of the scheme
 * @param links the links of the business
 * @param materials what belongs to each link
 * @param words the controlled lists
 */
public record ClassificationScheme(
        List<ClassNode> classes, List<BusinessLink> links, List<Material> materials, List<Word> words) {
    /** Name of the policy. */
    public static final String POLICY = "classification";

    public ClassificationScheme {
        classes = List.copyOf(classes);
        links = List.copyOf(links);
        materials = List.copyOf(materials);
        words = List.copyOf(words);
    }

    /** {@return the scheme that this content says} */
    public static ClassificationScheme of(RuleContent content) {
        return new ClassificationScheme(
                rows(
                        content,
                        SchemeForm.CLASSES,
                        row -> new ClassNode(
                                cell(content, SchemeForm.CLASSES, row, SchemeForm.CODE),
                                Category.valueOf(cell(content, SchemeForm.CLASSES, row, SchemeForm.CATEGORY)),
                                cell(content, SchemeForm.CLASSES, row, SchemeForm.NAME),
                                cell(content, SchemeForm.CLASSES, row, SchemeForm.EVIDENCE),
                                cell(content, SchemeForm.CLASSES, row, SchemeForm.BASIS))),
                rows(content, SchemeForm.LINKS, row -> link(content, row)),
                rows(
                        content,
                        SchemeForm.MATERIALS,
                        row -> new Material(
                                cell(content, SchemeForm.MATERIALS, row, SchemeForm.LINK),
                                cell(content, SchemeForm.MATERIALS, row, SchemeForm.NAME),
                                list(cell(content, SchemeForm.MATERIALS, row, SchemeForm.KINDS)),
                                list(cell(content, SchemeForm.MATERIALS, row, SchemeForm.SYNONYMS)),
                                yes(content, row, SchemeForm.REQUIRED),
                                yes(content, row, SchemeForm.MAIN),
                                yes(content, row, SchemeForm.SCAN),
                                yes(content, row, SchemeForm.ORIGINAL),
                                yes(content, row, SchemeForm.PAPER),
                                cell(content, SchemeForm.MATERIALS, row, SchemeForm.EVIDENCE))),
                rows(
                        content,
                        SchemeForm.WORDS,
                        row -> new Word(
                                cell(content, SchemeForm.WORDS, row, SchemeForm.LIST),
                                cell(content, SchemeForm.WORDS, row, SchemeForm.CODE),
                                cell(content, SchemeForm.WORDS, row, SchemeForm.NAME),
                                cell(content, SchemeForm.WORDS, row, SchemeForm.EVIDENCE))));
    }

    private static BusinessLink link(RuleContent content, int row) {
        var table = SchemeForm.LINKS;
        return new BusinessLink(
                cell(content, table, row, SchemeForm.CODE),
                cell(content, table, row, SchemeForm.NAME),
                cell(content, table, row, SchemeForm.CLASS),
                list(cell(content, table, row, SchemeForm.INSURANCES)),
                RetentionPeriod.parse(cell(content, table, row, SchemeForm.RETENTION))
                        .orElseThrow(),
                cell(content, table, row, SchemeForm.COLLECT),
                cell(content, table, row, SchemeForm.SUBJECT),
                list(cell(content, table, row, SchemeForm.SAME)),
                cell(content, table, row, SchemeForm.EVIDENCE));
    }

    /** {@return the name of a class by its number; the number itself when the scheme does not have it} */
    public String nameOf(String classCode) {
        return find(classCode).map(ClassNode::name).orElse(classCode);
    }

    /** {@return the class with this number, if there is one} */
    public Optional<ClassNode> find(String classCode) {
        return classes.stream().filter(node -> node.code().equals(classCode)).findFirst();
    }

    /**
     * The link with this code. A kind of document that serves two links names both, as {@code YB 4.3/4.4}: then it is what they have
     * in common, with both names.
     */
    public Optional<BusinessLink> link(String code) {
        return parts(code).reduce((one, other) -> one.and(other, code));
    }

    private Stream<BusinessLink> parts(String code) {
        var group = code.substring(0, code.indexOf(' ') + 1);
        return Stream.of(code.split("/", -1))
                .map(part -> part.startsWith(group) ? part : group + part)
                .flatMap(part -> links.stream().filter(link -> link.code().equals(part)));
    }

    /** {@return what belongs to a complete file of a link; of two links, what both ask for is required} */
    public List<Material> checklist(String code) {
        var all = parts(code).map(BusinessLink::code).toList();
        var byName = new LinkedHashMap<String, List<Material>>();
        materials.stream()
                .filter(material -> all.contains(material.link()))
                .forEach(material -> byName.computeIfAbsent(material.name(), _ -> new ArrayList<>())
                        .add(material));
        return byName.values().stream()
                .map(same -> same.stream().filter(Material::required).count() < all.size()
                        ? same.getFirst().optional()
                        : same.getFirst())
                .toList();
    }

    /** {@return the names of a controlled list by code} */
    public Map<String, String> vocabulary(String list) {
        return words.stream()
                .filter(word -> word.list().equals(list))
                .collect(Collectors.toMap(Word::code, Word::name));
    }

    private static List<String> list(String typed) {
        return typed.isEmpty() ? List.of() : List.of(typed.split("、", -1));
    }

    private static boolean yes(RuleContent content, int row, RuleColumn column) {
        return cell(content, SchemeForm.MATERIALS, row, column).equals("true");
    }

    private static String cell(RuleContent content, RuleTable table, int row, RuleColumn column) {
        return content.cell(table, row, column);
    }

    private static <T> List<T> rows(RuleContent content, RuleTable table, IntFunction<T> read) {
        return IntStream.range(0, content.rows(table)).mapToObj(read).toList();
    }
}
