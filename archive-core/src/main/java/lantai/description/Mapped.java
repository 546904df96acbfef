package lantai.description;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.record.Component;
import lantai.record.Item;

/** The elements whose values are the register's own, so that nothing is kept twice. */
public final class Mapped {
    static final String TITLE = "title";
    static final String DATE = "date";
    static final String DOCUMENT_NUMBER = "document-number";
    static final String RESPONSIBLE = "responsible";
    static final String ORIGIN = "origin";
    static final String SECURITY = "security";

    /** Elements that the register has and that people may change. */
    static final List<String> WRITTEN = List.of(TITLE, DATE, DOCUMENT_NUMBER, RESPONSIBLE, ORIGIN);

    /** Elements that follow from where a record is filed and what it consists of; renumbering and appraisal change them. */
    static final List<String> FIXED = List.of(
            "level",
            "reference-code",
            "fonds",
            "year",
            "retention",
            "kind",
            "file-size",
            "file-format",
            "page-count",
            "described-by",
            "described-on");

    private Mapped() {}

    /** {@return whether an element follows from where a record is filed and what it consists of, so that every archive finds it out} */
    public static boolean isFixed(String code) {
        return FIXED.contains(code);
    }

    /** {@return what the register says in the elements that people may change} */
    public static Map<String, String> written(Item item) {
        var values = new TreeMap<String, String>();
        put(values, TITLE, item.title());
        put(values, DATE, item.dated().map(LocalDate::toString).orElse(""));
        put(values, DOCUMENT_NUMBER, item.documentNumber());
        put(values, RESPONSIBLE, item.responsible());
        put(values, ORIGIN, item.origin().chinese());
        return values;
    }

    /** {@return what the register says in the elements that follow from elsewhere} */
    static Map<String, String> fixed(Item item, List<Component> components) {
        var values = new TreeMap<String, String>();
        put(values, "level", Level.ITEM.chinese());
        put(values, "reference-code", item.referenceCode().text());
        put(values, "fonds", item.fonds());
        put(values, "year", Integer.toString(item.year()));
        put(values, "retention", item.retention().code());
        put(values, "kind", item.kindName());
        put(
                values,
                "file-size",
                Long.toString(components.stream()
                        .mapToLong(component -> component.fixity().size())
                        .sum()));
        put(
                values,
                "file-format",
                components.stream()
                        .map(component -> component.formatName().isEmpty() ? component.mime() : component.formatName())
                        .distinct()
                        .collect(Collectors.joining("、")));
        put(values, "page-count", item.pageCount() == 0 ? "" : Integer.toString(item.pageCount()));
        return values;
    }

    /** {@return the day of a value, if it is a whole day} */
    static Optional<LocalDate> day(String value) {
        return Stream.of(value.replaceAll("[\\[\\]]", ""))
                .filter(text -> text.length() == 10)
                .map(LocalDate::parse)
                .findFirst();
    }

    private static void put(Map<String, String> values, String code, String value) {
        if (!value.isEmpty()) {
            values.put(code, value);
        }
    }
}
