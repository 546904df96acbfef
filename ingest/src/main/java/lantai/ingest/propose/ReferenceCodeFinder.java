package lantai.ingest.propose;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a printed reference code (档号) in both styles: class number, then retention between hyphens
 * ({@code J057-WS·2025-D30-BGS-0012}), or one flat class number ({@code J019-ZY·JC·CC·2019·D30-001-001}).
 */
final class ReferenceCodeFinder {
    private static final String DASH = " ?[-_~一] ?";
    private static final String DOT = " ?[·.。,、:*'`•] ?";
    private static final String YEAR = "((?:19|2[0OQ])[0-9OoQlI]{2})";
    private static final String TERM = "(Y|D ?[0-9OoQlI]{1,3})";
    private static final String FONDS = "(?<![A-Za-z0-9])([A-Z]?[0-9OQ]{3,4}|[A-Z0-9]{4})";
    private static final String CLASS = "([A-Z]{2})((?:" + DOT + "(?!(?:19|20)\\d{2})[A-Z0-9]{1,4}){0,3}?)";
    private static final Pattern HYPHENS =
            Pattern.compile(FONDS + DASH + CLASS + "(" + DOT + "|)(?:" + YEAR + "|([A-Z0-9]{3}))" + DASH + TERM + "(?:"
                    + DASH + "([A-Z]{2,4}|[\\p{IsHan}]{2,8}))?((?:" + DASH + "[0-9OolI]{3,4}){1,2})(?![0-9A-Za-z])");
    private static final Pattern FLAT = Pattern.compile(FONDS + DASH + CLASS + DOT + YEAR + "(?:" + DOT + TERM
            + ")?((?:" + DASH + "[0-9OolI]{3,4}){1,2})(?![0-9A-Za-z])");
    private static final Pattern GOES_ON = Pattern.compile("[-·]$");
    private static final Pattern BEGINS = Pattern.compile("^[A-Z0-9]{4}-[A-Z]{2}");
    private static final double BY_LABEL = 0.99;
    private static final double BY_SHAPE = 0.95;
    private static final double DOT_MISSING = 0.85;
    private static final double FURTHER = 0.45;
    private static final double MANY_FORMS = 0.6;

    private final Candidates candidates = new Candidates(Field.REFERENCE_CODE);

    private ReferenceCodeFinder() {}

    static List<Suggestion> find(Scene scene) {
        var finder = new ReferenceCodeFinder();
        for (Labelled item : scene.labelled(LabelRole.REFERENCE_CODE)) {
            finder.read(item.value(), item.isListed() ? 0 : BY_LABEL, item.reason());
        }
        for (Sheet sheet : scene.layout().sheets()) {
            for (Strip strip : sheet.strips()) {
                finder.read(finder.whole(sheet, strip).whole(), BY_SHAPE, "shape");
            }
        }
        return finder.weighed(scene);
    }

    /** Several codes, each behind a label of its own, mean several forms on one paper. */
    private List<Suggestion> weighed(Scene scene) {
        long labelled = scene.labelled(LabelRole.REFERENCE_CODE).stream()
                .filter(item -> !item.isListed())
                .flatMap(item -> Code.in(item.value().text()).stream())
                .map(Code::value)
                .distinct()
                .count();
        return candidates.list().stream()
                .map(code -> labelled > 1 && code.confidence() > MANY_FORMS
                        ? code.withConfidence(MANY_FORMS, "many-forms")
                        : code)
                .toList();
    }

    /** A code broken at a separator goes on in the line below. */
    private Strip whole(Sheet sheet, Strip strip) {
        if (!GOES_ON.matcher(strip.text()).find()
                || !BEGINS.matcher(strip.text()).find()) {
            return strip;
        }
        return sheet.strips().stream()
                .filter(other -> other.level().centerY() > strip.level().centerY() + 0.5 * strip.height())
                .filter(other -> other.level().top() - strip.level().bottom() < strip.height())
                .filter(other -> Math.abs(other.level().left() - strip.level().left()) < 3 * strip.height())
                .min(Comparator.comparingDouble(other -> other.level().top()))
                .map(strip::then)
                .orElse(strip);
    }

    private void read(Span span, double strength, String reason) {
        Optional<Code> code = Code.in(span.text());
        if (code.isEmpty()) {
            return;
        }
        Span place = span.part(code.get().from, code.get().to);
        double certain = strength * (code.get().dotMissing ? DOT_MISSING : 1);
        boolean known =
                candidates.list().stream().anyMatch(other -> other.value().equals(code.get().value));
        if (!known && !candidates.isEmpty()) {
            certain = Math.min(certain, FURTHER);
        } else if (known) {
            return;
        }
        if (strength == 0) {
            candidates.addListed(code.get().value, place, 1, reason + "," + Suggestion.LISTED);
            return;
        }
        candidates.add(code.get().value, place, certain, reason + (code.get().dotMissing ? ",dot-added" : ""));
    }

    /** A code in a text, look-alikes put right. */
    private record Code(String value, int from, int to, boolean dotMissing) {
        static Optional<Code> in(String text) {
            Matcher hyphens = HYPHENS.matcher(text);
            if (hyphens.find()) {
                String year = hyphens.group(5);
                String middle = year == null ? hyphens.group(6) : LookAlike.digits(year);
                if (year == null && hyphens.group(4).isEmpty()) {
                    return Optional.empty();
                }
                String value = fonds(hyphens.group(1))
                        + '-'
                        + hyphens.group(2)
                        + subclasses(hyphens.group(3))
                        + '·'
                        + middle
                        + '-'
                        + term(hyphens.group(7))
                        + (hyphens.group(8) == null ? "" : '-' + hyphens.group(8))
                        + numbers(hyphens.group(9));
                return Optional.of(new Code(
                        value, hyphens.start(), hyphens.end(), hyphens.group(4).isEmpty()));
            }
            Matcher flat = FLAT.matcher(text);
            if (!flat.find()) {
                return Optional.empty();
            }
            String term = flat.group(5) == null ? "" : '·' + term(flat.group(5));
            String value = fonds(flat.group(1))
                    + '-'
                    + flat.group(2)
                    + subclasses(flat.group(3))
                    + '·'
                    + LookAlike.digits(flat.group(4))
                    + term
                    + numbers(flat.group(6));
            return Optional.of(new Code(value, flat.start(), flat.end(), false));
        }

        private static String fonds(String text) {
            return text.charAt(0) + LookAlike.digits(text.substring(1));
        }

        private static String subclasses(String text) {
            return text.replaceAll(DOT, "·");
        }

        private static String term(String text) {
            return text.charAt(0) + LookAlike.digits(text.substring(1).strip());
        }

        private static String numbers(String text) {
            return LookAlike.digits(text.replaceAll(DASH, "-"));
        }
    }
}
