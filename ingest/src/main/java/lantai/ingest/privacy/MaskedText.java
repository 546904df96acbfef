package lantai.ingest.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lantai.search.PersonalNumbers;

/**
 * One text with its personal numbers masked. A number is known by the label right before it, by its own shape, or because it
 * stands beside an identity number in a list whose head names such numbers.
 */
final class MaskedText {
    private static final Pattern RUN = Pattern.compile("(?<![0-9.*])[0-9](?:[ -]?[0-9]){5,24}(?![0-9*]|[.,][0-9])");
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)[0-9]{2}[ -]?(?:0?[1-9]|1[0-2])[ -]?(?:0?[1-9]|[12][0-9]|3[01])");
    private static final Pattern HIDDEN = Pattern.compile("[0-9]{3,10}\\*{4,12}[0-9]{2,6}[0-9Xx]?");
    /** What may stand between a label and its number. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{IsHan}0-9]{0,8}(?:为|是|号码|号)?[^\\p{IsHan}0-9]{0,4}");
    /** How far away, in characters, two numbers still stand beside each other. */
    private static final int BESIDE = 80;

    private final StringBuilder masked;
    private final String folded;
    private final List<NumberMask> masks;
    private final List<Integer> hidden = new ArrayList<>();

    MaskedText(String text, List<NumberMask> masks) {
        this.masked = new StringBuilder(PersonalNumbers.masked(text));
        this.folded = folded(masked);
        this.masks = masks;
        HIDDEN.matcher(folded).results().forEach(found -> hidden.add(found.start()));
    }

    String text() {
        var runs = RUN.matcher(folded);
        while (runs.find()) {
            var digits = runs.group().replaceAll("[ -]", "");
            if (DATE.matcher(runs.group()).matches()) {
                continue;
            }
            for (var mask : masks) {
                if (mask.fits(digits) && isMeant(mask, runs.start())) {
                    hide(mask, runs.start(), runs.end(), digits.length());
                    break;
                }
            }
        }
        return masked.toString();
    }

    private boolean isMeant(NumberMask mask, int at) {
        return mask.labels().isEmpty()
                || mask.labels().stream().anyMatch(label -> isLabelled(label, at))
                || (isBesideHidden(at) && mask.labels().stream().anyMatch(folded::contains));
    }

    private boolean isLabelled(String label, int at) {
        var from = folded.lastIndexOf(label, at);
        return from >= 0
                && from + label.length() <= at
                && BETWEEN.matcher(folded).region(from + label.length(), at).matches();
    }

    private boolean isBesideHidden(int at) {
        return hidden.stream().anyMatch(place -> Math.abs(place - at) <= BESIDE);
    }

    private void hide(NumberMask mask, int from, int to, int digits) {
        var digit = 0;
        for (var i = from; i < to; i++) {
            if (Character.isDigit(folded.charAt(i))) {
                if (digit >= mask.first() && digit < digits - mask.last()) {
                    masked.setCharAt(i, '*');
                }
                digit++;
            }
        }
    }

    /** Full-width digits and signs as ordinary ones; each character stays at its place. */
    private static String folded(CharSequence text) {
        var folded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var one = Normalizer.normalize(text.subSequence(i, i + 1), Normalizer.Form.NFKC);
            folded.append(one.length() == 1 ? one.charAt(0) : text.charAt(i));
        }
        return folded.toString();
    }
}
