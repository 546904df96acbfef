package lantai.ingest.review;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lantai.classification.Category;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRule;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.Suggestion;
import lantai.person.IdNumber;
import lantai.policy.Ground;
import lantai.policy.Grounds;
import lantai.problem.Clause;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;

/** Cleans and checks what people type into fields; what is refused is told with its field, the value and the rule it was held to. */
final class FieldCheck {
    /** What a document must have before it can be accepted (agency policy; DA/T 18-2022 calls them 必著). */
    static final Set<Field> REQUIRED = Set.of(Field.CATEGORY, Field.TITLE, Field.YEAR, Field.RETENTION);

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");
    private static final int LONGEST = 500;
    private static final String MISREAD_BY = "misread-by:";

    private final KindRules rules;
    private final LocalDate latest;
    private final Supplier<Grounds> grounds;

    /**
     * @param latest the latest day a paper can bear
     * @param grounds the rules that hold, asked for only when something is refused
     */
    FieldCheck(KindRules rules, LocalDate latest, Supplier<Grounds> grounds) {
        this.rules = rules;
        this.latest = latest;
        this.grounds = grounds;
    }

    /**
     * Cleans and checks a typed value.
     *
     * @return the value as stored, empty when nothing was typed
     * @throws Malformed naming field, value and rule when it is not a value of it, no rule knows the kind, or the day or year is
     *     still to come
     */
    String read(Field field, String typed) {
        var value = clean(field, typed);
        if (value.isEmpty()) {
            return value;
        }
        if (field == Field.KIND && rules.kind(value).isEmpty()) {
            throw malformed(field, value, ReviewProblem.NOT_A_KIND, Ground.KINDS);
        }
        if ((field == Field.DATE && LocalDate.parse(value).isAfter(latest))
                || (field == Field.YEAR && Integer.parseInt(value) > latest.getYear())) {
            throw malformed(field, value, ReviewProblem.STILL_TO_COME, Ground.ENTRY);
        }
        return value;
    }

    /** {@return the kind with this code, if a rule knows it} */
    Optional<KindRule> kind(String code) {
        return rules.kind(code);
    }

    /**
     * Cleans a typed value: full-width digits, blanks around it, dots and slashes in dates.
     *
     * @return the value as stored, empty when nothing was typed
     * @throws Malformed naming the field when it is not a value of it
     */
    private String clean(Field field, String typed) {
        var text = switch (field) {
            case TITLE, RESPONSIBLE, PERSON_NAME, DOCUMENT_NUMBER, PHOTO_GROUP, INSURANCE, SECRECY_MARK ->
                typed.strip();
            case CATEGORY, KIND, DATE, PERSON_ID, AMOUNT, REFERENCE_CODE, PROJECT, RETENTION, YEAR ->
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        };
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > LONGEST) {
            throw malformed(field, text.substring(0, 40) + "…", ReviewProblem.TOO_LONG, Ground.ENTRY);
        }
        return switch (field) {
            case CATEGORY ->
                Category.of(text)
                        .orElseThrow(() -> malformed(field, text, ReviewProblem.NOT_A_CATEGORY, Ground.CLASSIFICATION))
                        .name();
            case RETENTION ->
                RetentionPeriod.parse(text)
                        .orElseThrow(() -> malformed(field, text, ReviewProblem.NOT_A_TERM, Ground.RETENTION))
                        .code();
            case DATE -> date(text);
            case YEAR -> year(text);
            case PERSON_ID ->
                IdNumber.parse(text)
                        .orElseThrow(
                                () -> malformed(field, text, ReviewProblem.ID_NUMBER_WRONG, Ground.IDENTITY_NUMBER))
                        .text();
            case AMOUNT -> amount(text);
            case REFERENCE_CODE ->
                ReferenceCode.parse(typed)
                        .orElseThrow(() -> malformed(field, text, ReviewProblem.NOT_A_CODE, Ground.CODE_FORM))
                        .text();
            case PROJECT -> project(text);
            case KIND, TITLE, RESPONSIBLE, PERSON_NAME, DOCUMENT_NUMBER, PHOTO_GROUP, INSURANCE, SECRECY_MARK -> text;
        };
    }

    /** @throws Malformed naming the first required field that is empty */
    void complete(Map<Field, FieldValue> fields) {
        for (var field : REQUIRED.stream().sorted().toList()) {
            var value = fields.get(field);
            if (value == null || value.value().isEmpty()) {
                var ground = field == Field.CATEGORY ? Ground.CLASSIFICATION : Ground.DESCRIPTION;
                throw new Malformed(
                        ReviewProblem.FIELD_MISSING, field, grounds.get().of(ground));
            }
        }
    }

    /**
     * @throws Refused when a mark of a state secret stands on the paper: this archive is not for state secrets (保守国家秘密法);
     *     or the one who accepts has called the mark misread, which takes two people (agency policy)
     */
    static void noSecret(Map<Field, FieldValue> fields, String who) {
        var mark = mark(fields);
        if (!mark.isEmpty()) {
            throw new Refused(ReviewProblem.STATE_SECRET, mark);
        }
        var field = fields.get(Field.SECRECY_MARK);
        if (field != null
                && field.candidates().stream().anyMatch(one -> one.reason().equals(MISREAD_BY + who))) {
            throw new Refused(ReviewProblem.SECRET_ALONE);
        }
    }

    /** {@return the field of the mark that a person has called misread} */
    static FieldValue misread(FieldValue field, String who) {
        var all = new ArrayList<>(field.candidates());
        all.add(new Suggestion(Field.SECRECY_MARK, "", "", 0, Optional.empty(), MISREAD_BY + who));
        return new FieldValue("", true, all);
    }

    private static String mark(Map<Field, FieldValue> fields) {
        var mark = fields.get(Field.SECRECY_MARK);
        return mark == null ? "" : mark.value();
    }

    /**
     * Whether the kind of a document has somebody responsible and none was found: a person has to look, though the paper may bear
     * none (agency policy; 责任者 is 必著 of a 件 where there is one, DA/T 18-2022).
     */
    static boolean isMissed(Field field, FieldValue value) {
        return field == Field.RESPONSIBLE && value.value().isEmpty() && !value.confirmed();
    }

    /** {@return whether nothing in a document asks for a person: no value is doubtful and no required one is missing} */
    static boolean isClear(Map<Field, FieldValue> fields) {
        return REQUIRED.stream().allMatch(field -> {
                    var value = fields.get(field);
                    return value != null && !value.value().isEmpty();
                })
                && mark(fields).isEmpty()
                && fields.entrySet().stream()
                        .noneMatch(field -> field.getValue().doubtful() || isMissed(field.getKey(), field.getValue()));
    }

    private String date(String text) {
        var digits = text.replaceAll("[年月./]", "-").replaceAll("[日\\s]", "");
        var parts = digits.matches("\\d{8}")
                ? new String[] {digits.substring(0, 4), digits.substring(4, 6), digits.substring(6)}
                : digits.split("-", -1);
        try {
            if (parts.length != 3) {
                throw malformed(Field.DATE, text, ReviewProblem.NOT_A_DAY, Ground.CALENDAR);
            }
            return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                    .toString();
        } catch (NumberFormatException notADate) {
            throw malformed(Field.DATE, text, ReviewProblem.NOT_A_DAY, Ground.CALENDAR);
        } catch (DateTimeException noSuchDay) {
            throw new Malformed(ReviewProblem.NO_SUCH_DAY, text, grounds.get().of(Ground.CALENDAR));
        }
    }

    private String year(String text) {
        var digits = text.replace("年", "");
        if (!digits.matches("(19|20)\\d\\d")
                || !Year.of(Integer.parseInt(digits)).isAfter(Year.of(1948))) {
            throw malformed(Field.YEAR, text, ReviewProblem.NOT_A_YEAR, Ground.ENTRY);
        }
        return digits;
    }

    private String project(String text) {
        var number = text.toUpperCase(Locale.ROOT);
        if (!number.matches("[A-Z0-9]{3}")) {
            throw malformed(Field.PROJECT, text, ReviewProblem.NOT_A_PROJECT, Ground.ENTRY);
        }
        return number;
    }

    private String amount(String text) {
        var digits = text.replaceAll("[,，¥￥元\\s]", "");
        if (!AMOUNT.matcher(digits).matches()) {
            throw malformed(Field.AMOUNT, text, ReviewProblem.NOT_AN_AMOUNT, Ground.ENTRY);
        }
        return digits;
    }

    private Malformed malformed(Field field, String text, ReviewProblem why, Ground ground) {
        return new Malformed(
                ReviewProblem.FIELD_MALFORMED,
                field,
                text,
                new Clause(why),
                grounds.get().of(ground));
    }
}
