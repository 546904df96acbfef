package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.person.IdNumber;
import lantai.person.Sex;

/** Finds identity numbers; the check digit decides, also whether a misread letter may be taken for the digit it resembles. */
final class IdFinder {
    private static final String LIKE_DIGIT = "0-9OoQDIl|iZzSsBGgq";
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:[" + LIKE_DIGIT + "] ?){17}[" + LIKE_DIGIT + "Xx×*](?![0-9A-Za-z])");
    private static final int MOST_REPAIRS = 2;
    private static final double UNCHECKED = 0.3;
    private static final double FURTHER = 0.8;
    private static final double CHECKED = 0.995;
    private static final double REPAIRED = 0.93;
    private static final double ALONE = 0.95;

    private final Scene scene;
    private final List<Found> found = new ArrayList<>();

    private IdFinder(Scene scene) {
        this.scene = scene;
    }

    /** An identity number as read. */
    private record Found(Span span, Optional<IdNumber> number, boolean repaired, Optional<Labelled> label) {
        String value() {
            return number.map(IdNumber::text).orElseGet(() -> span.text().replace(" ", ""));
        }

        boolean isDirect() {
            return label.filter(item -> !item.isListed()).isPresent();
        }
    }

    static List<Suggestion> find(Scene scene) {
        var finder = new IdFinder(scene);
        scene.layout().strips().forEach(finder::scan);
        return finder.suggestions();
    }

    private void scan(Strip strip) {
        Matcher matcher = NUMBER.matcher(strip.text());
        while (matcher.find()) {
            Span span = strip.span(matcher.start(), matcher.end());
            String digits = repaired(span.text());
            int repairs = differences(span.text().replace(" ", ""), digits);
            Optional<IdNumber> number = repairs <= MOST_REPAIRS ? IdNumber.parse(digits) : Optional.empty();
            boolean plain = span.text().matches("\\d{17}[\\dXx]");
            if (number.isPresent() || plain) {
                Optional<Labelled> label = scene.labelsOf(span)
                        .filter(item -> item.label().role() == LabelRole.ID_NUMBER)
                        .max(Comparator.comparingDouble(Labelled::certainty));
                found.add(new Found(span, number, repairs > 0, label));
            }
        }
    }

    private List<Suggestion> suggestions() {
        var candidates = new Candidates(Field.PERSON_ID);
        long distinct = found.stream().map(Found::value).distinct().count();
        boolean anyFits = found.stream().anyMatch(item -> item.number().isPresent());
        long direct = found.stream()
                .filter(Found::isDirect)
                .filter(item -> item.number().isPresent() || !anyFits)
                .map(Found::value)
                .distinct()
                .count();
        for (Found item : found) {
            boolean chosen = item.isDirect() || (direct == 0 && distinct == 1);
            if (!chosen || direct > 1) {
                double shape = (item.number().isPresent() ? 1 : UNCHECKED) * (item.isDirect() ? 1 : FURTHER);
                candidates.addListed(item.value(), item.span(), shape, reason(item) + "," + Suggestion.LISTED);
            } else {
                double certainty = item.number().isPresent() ? (item.repaired() ? REPAIRED : CHECKED) : UNCHECKED;
                candidates.add(suggestion(item, (item.isDirect() ? 1 : ALONE) * certainty));
            }
        }
        return candidates.list().stream().map(this::compared).toList();
    }

    private static Suggestion suggestion(Found item, double strength) {
        // The check digit vouches for the reading, so the doubt about single characters counts little.
        double reading = item.number().isPresent()
                ? 0.9 + 0.1 * item.span().confidence()
                : item.span().confidence();
        return new Suggestion(
                Field.PERSON_ID,
                item.value(),
                item.span().shown(),
                Math.clamp(strength * reading, 0, 1),
                item.span().evidence(),
                reason(item));
    }

    private static String reason(Found item) {
        return item.label().map(Labelled::reason).orElse("shape")
                + (item.number().isPresent() ? ",check-digit" : ",check-digit-differs")
                + (item.repaired() && item.number().isPresent() ? ",repaired" : "");
    }

    /** A birth date or sex printed beside it that says otherwise makes a number doubtful. */
    private Suggestion compared(Suggestion suggestion) {
        Optional<IdNumber> number = IdNumber.parse(suggestion.value());
        if (number.isEmpty() || suggestion.confidence() < 0.5) {
            return suggestion;
        }
        boolean otherBirth = scene.labelled(LabelRole.OTHER_DATE).stream()
                .filter(item -> item.label().text().startsWith("出生") && !item.isListed())
                .flatMap(item -> PrintedDate.in(item.value()).stream().limit(1))
                .anyMatch(date ->
                        date.isWholeDay() && !date.date().equals(number.get().birthDate()));
        String sex = number.get().sex() == Sex.MALE ? "女" : "男";
        boolean otherSex = scene.labelled(LabelRole.OTHER).stream()
                .anyMatch(item -> item.label().text().equals("性别")
                        && !item.isListed()
                        && item.value().text().equals(sex));
        if (otherBirth) {
            return suggestion.withConfidence(suggestion.confidence() * 0.8, "birth-date-differs");
        }
        return otherSex ? suggestion.withConfidence(suggestion.confidence() * 0.93, "sex-differs") : suggestion;
    }

    private static String repaired(String read) {
        var digits = new StringBuilder();
        String bare = read.replace(" ", "");
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            boolean last = i == bare.length() - 1;
            digits.append(last && "xX×*".indexOf(c) >= 0 ? 'X' : LookAlike.digit(c));
        }
        return digits.toString();
    }

    private static int differences(String one, String other) {
        int differences = 0;
        for (int i = 0; i < one.length(); i++) {
            if (Character.toUpperCase(one.charAt(i)) != other.charAt(i)) {
                differences++;
            }
        }
        return differences;
    }
}
