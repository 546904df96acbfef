package lantai.description;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cleans and checks what people type into an element. */
final class ElementCheck {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 4000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,6})?");
    private static final Pattern UNCERTAIN = Pattern.compile("\\[(.+)]");
    private static final Pattern SECRET = Pattern.compile("绝密|机密|秘密");

    private final LocalDate today;

    ElementCheck(LocalDate today) {
        this.today = today;
    }

    /**
     * Puts a typed value into the form in which it is kept: dates as ISO, numbers without blanks and signs of thousands. What
     * cannot be read is left as it is, for {@link #fault} to tell.
     */
    static String clean(Element element, String typed) {
        var text = typed.strip();
        return switch (element.type()) {
            case TEXT -> text.replaceAll("\\s*\\R\\s*", " ");
            case LONG_TEXT, CHOICE -> text;
            case NUMBER -> Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,\\s¥元]", "");
            case DATE -> date(Normalizer.normalize(text, Normalizer.Form.NFKC));
        };
    }

    private static String date(String text) {
        var uncertain = UNCERTAIN.matcher(text.replace('〔', '[').replace('〕', ']'));
        return uncertain.matches() ? '[' + hyphened(uncertain.group(1)) + ']' : hyphened(text);
    }

    /** EXIF writes {@code 2026:05:01 10:20:30}, files {@code 2026-05-01T10:20:30}; the day is what is described. */
    private static String hyphened(String text) {
        var digits = text.strip().replaceFirst("[T ]\\d{1,2}:.*$", "").replaceAll("[年月./:]", "-");
        var plain = digits.replaceAll("日|-$|\\s", "");
        if (plain.matches("\\d{8}")) {
            return plain.substring(0, 4) + '-' + plain.substring(4, 6) + '-' + plain.substring(6);
        }
        var parts = plain.split("-", -1);
        if (parts.length == 1 || !plain.matches("\\d{4}(?:-\\d{1,2}){1,2}")) {
            return plain;
        }
        var padded = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.length; i++) {
            padded.append('-').append(parts[i].length() == 1 ? "0" : "").append(parts[i]);
        }
        return padded.toString();
    }

    /** {@return why a cleaned value cannot stand in the element, if it cannot} */
    Optional<DescriptionFault> fault(Element element, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var most = element.type() == ElementType.LONG_TEXT ? LONGEST_TEXT : LONGEST_LINE;
        if (value.length() > most) {
            return fault(element, DescriptionProblem.TOO_LONG, element.name(), most);
        }
        if (element.code().equals(Mapped.SECURITY) && SECRET.matcher(value).find()) {
            return fault(element, DescriptionProblem.STATE_SECRET, value);
        }
        return switch (element.type()) {
            case TEXT, LONG_TEXT -> Optional.empty();
            case NUMBER ->
                NUMBER.matcher(value).matches()
                        ? Optional.empty()
                        : fault(element, DescriptionProblem.NOT_A_NUMBER, element.name(), value);
            case CHOICE ->
                element.values().contains(value)
                        ? Optional.empty()
                        : fault(
                                element,
                                DescriptionProblem.NOT_IN_LIST,
                                element.name(),
                                value,
                                String.join("、", element.values()));
            case DATE -> dateFault(element, value);
        };
    }

    private Optional<DescriptionFault> dateFault(Element element, String value) {
        var uncertain = UNCERTAIN.matcher(value);
        var text = uncertain.matches() ? uncertain.group(1) : value;
        try {
            var first = LocalDate.parse(
                    uncertain.matches() && text.matches("\\d{4}")
                            ? text + "-01-01"
                            : uncertain.matches() && text.matches("\\d{4}-\\d{2}") ? text + "-01" : text);
            return first.isAfter(today)
                    ? fault(element, DescriptionProblem.DATE_IN_FUTURE, element.name(), value)
                    : Optional.empty();
        } catch (DateTimeException notADate) {
            return fault(element, DescriptionProblem.NOT_A_DATE, element.name(), value);
        }
    }

    private static Optional<DescriptionFault> fault(Element element, DescriptionProblem problem, Object... values) {
        return Optional.of(new DescriptionFault(element.code(), problem, values));
    }
}
