package lantai.ingest.propose;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lantai.classification.Category;
import lantai.exchange.InboundFile;
import lantai.retention.RetentionPeriod;

/** What the package that a file came in says of its record: values of fields to be proposed, and elements to be taken over when it is filed. */
public final class Described {
    /** Surer than any reading, and still for a person to confirm. */
    private static final double TOLD = 0.99;

    private static final String GROUP_TITLE = "group-title";

    private Described() {}

    /** {@return a proposal for each field that the package tells of in a form that fits} */
    public static Map<Field, Suggestion> fields(Map<String, String> metadata, KindRules kinds) {
        var fields = new EnumMap<Field, Suggestion>(Field.class);
        for (var field : Field.values()) {
            var value = value(field, metadata);
            if (!value.isEmpty()) {
                shown(field, value, kinds)
                        .ifPresent(shown -> fields.put(
                                field, new Suggestion(field, value, shown, TOLD, Optional.empty(), "metadata")));
            }
        }
        return fields;
    }

    /** Photos whose group has a title belong together by it, others by the number that their group had elsewhere. */
    private static String value(Field field, Map<String, String> metadata) {
        var said =
                metadata.getOrDefault(InboundFile.DESCRIBED + field.code(), "").strip();
        var title =
                metadata.getOrDefault(InboundFile.DESCRIBED + GROUP_TITLE, "").strip();
        return field == Field.PHOTO_GROUP && !title.isEmpty() ? title : said;
    }

    /** {@return the other elements of the description, by code} */
    public static Map<String, String> elements(Map<String, String> metadata) {
        var elements = new TreeMap<String, String>();
        metadata.forEach((name, value) -> {
            if (name.startsWith(InboundFile.DESCRIBED) && !value.isBlank()) {
                var code = name.substring(InboundFile.DESCRIBED.length());
                if (Field.of(code).isEmpty()) {
                    elements.put(code, value);
                }
            }
        });
        return elements;
    }

    private static Optional<String> shown(Field field, String value, KindRules kinds) {
        return switch (field) {
            case CATEGORY -> Category.of(value).map(Category::chinese);
            case KIND -> kinds.kind(value).map(KindRule::name);
            case DATE -> isDay(value) ? Optional.of(value) : Optional.empty();
            case RETENTION -> RetentionPeriod.parse(value).map(RetentionPeriod::code);
            case YEAR -> Optional.of(value).filter(text -> text.matches("\\d{4}"));
            case AMOUNT -> Optional.of(value).filter(text -> text.matches("\\d{1,12}(\\.\\d{1,2})?"));
            case TITLE,
                    RESPONSIBLE,
                    PERSON_NAME,
                    PERSON_ID,
                    DOCUMENT_NUMBER,
                    REFERENCE_CODE,
                    PROJECT,
                    PHOTO_GROUP,
                    INSURANCE -> Optional.of(value);
            case SECRECY_MARK -> Optional.empty();
        };
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }
}
