package lantai.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What one element of the description must look like (DA/T 46, DA/T 18; lengths and lists are agency policy).
 *
 * @param name as in {@code metadata.json}, for example {@code title}
 * @param label its Chinese name
 * @param mandatory whether it must not be empty
 * @param longest in characters, 0 for any
 * @param shape what it must match when it is not empty; nothing for any text
 * @param list the values it may have; empty for any
 */
record Element(String name, String label, boolean mandatory, int longest, Type type, String shape, List<String> list) {
    Element {
        list = List.copyOf(list);
    }

    /** The type of an element. */
    enum Type {
        TEXT("文字", ".*"),
        NUMBER("整数", "-?\\d{1,9}"),
        DATE("日期", "\\d{4}-\\d{2}-\\d{2}"),
        TIME("时间", "\\d{4}-\\d{2}-\\d{2}T.+Z");

        final String chinese;
        final Pattern pattern;

        Type(String chinese, String pattern) {
            this.chinese = chinese;
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }

        boolean fits(String value) {
            if (!pattern.matcher(value).matches()) {
                return false;
            }
            try {
                switch (this) {
                    case DATE -> java.time.LocalDate.parse(value);
                    case TIME -> java.time.Instant.parse(value);
                    case TEXT, NUMBER -> {}
                }
                return true;
            } catch (java.time.format.DateTimeParseException impossible) {
                return false;
            }
        }
    }

    boolean fits(String value) {
        return type.fits(value) && (shape.isEmpty() || value.matches(shape));
    }
}
