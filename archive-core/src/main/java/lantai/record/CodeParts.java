package lantai.record;

import java.util.List;

/**
 * What a reference code says, part by part. Numbers are texts, because their leading zeros belong to the code.
 *
 * @param classes category code and up to three classes below it, for example {@code ZY, YB, GL}; together the 类别号
 * @param year four digits; empty when the records are arranged by project
 * @param project three letters or digits (项目号); empty when they are arranged by year
 * @param retention {@code Y}, {@code D30}; empty where the code does not tell it
 * @param organisation 机构(问题)代码, two to four letters or two to eight characters; may be empty
 * @param volume number of the volume or group, three or four digits; may be empty
 * @param item the item number, three to eight digits
 */
public record CodeParts(
        CodeStyle style,
        String fonds,
        List<String> classes,
        String year,
        String project,
        String retention,
        String organisation,
        String volume,
        String item) {
    static final String YEAR = "\\d{4}";
    static final String RETENTION = "Y|[DE]\\d{1,3}";
    static final String ORGANISATION = "[A-Z]{2,4}|[\\u4e00-\\u9fa5]{2,8}";
    static final String VOLUME = "\\d{3,4}";

    public CodeParts {
        classes = List.copyOf(classes);
        require(fonds, "[A-Z][A-Z0-9]{3}", "fonds number");
        if (classes.isEmpty() || classes.size() > 4) {
            throw new IllegalArgumentException("class of " + classes.size() + " levels, expected 1 to 4");
        }
        require(classes.getFirst(), "[A-Z]{2}", "category code");
        classes.stream().skip(1).forEach(part -> require(part, "(?!\\d{4}$)[A-Z0-9]{1,4}", "class code"));
        require(year, style == CodeStyle.A ? YEAR + '|' : YEAR, "year");
        require(project, year.isEmpty() ? "[A-Z0-9]{3}" : "", "project number");
        require(retention, style == CodeStyle.A ? RETENTION : RETENTION + '|', "retention code");
        require(organisation, ORGANISATION + '|', "organisation code");
        require(volume, VOLUME + '|', "volume number");
        require(item, "\\d{3,8}", "item number");
    }

    /** {@return the class number, for example {@code ZY·YB·GL}} */
    public String classCode() {
        return String.join("·", classes);
    }

    /** {@return the item number as a number} */
    public int number() {
        return Integer.parseInt(item);
    }

    /** {@return the code that consists of these parts} */
    public ReferenceCode code() {
        return new ReferenceCode(style.write(this));
    }

    private static void require(String part, String shape, String what) {
        if (!part.matches(shape)) {
            throw new IllegalArgumentException("not a " + what + ": \"" + part + '"');
        }
    }
}
