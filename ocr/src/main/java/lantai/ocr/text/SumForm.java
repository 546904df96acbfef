package lantai.ocr.text;

import java.util.List;
import java.util.regex.Pattern;
import lantai.ocr.TextLine;

/**
 * Doubts figures that nobody writes, however surely they were read: thousands that are not parted by threes, and a sign that is no
 * digit right behind decimals.
 */
public final class SumForm {
    private static final Pattern FIGURES =
            Pattern.compile("(?<![0-9A-Za-z.,，-])[0-9][0-9.,，]*[,，][0-9.,，]*[0-9][@#&*^~|$]?(?![0-9A-Za-z])");
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9]{1,3}(?:[,，][0-9]{3})+(?:\\.[0-9]{1,4})?");
    private static final Pattern THOUSANDS =
            Pattern.compile(".*[0-9][,，][0-9]{3}.*|.*[0-9]{3}[,，][0-9].*|.*[,，][0-9]{1,2}\\.[0-9]{2}.?");

    private SumForm() {}

    /** The same line, its malformed figures in doubt. */
    public static TextLine doubted(TextLine line) {
        List<int[]> malformed = FIGURES.matcher(line.text())
                .results()
                .filter(run -> THOUSANDS.matcher(run.group()).matches()
                        && !WELL_FORMED.matcher(run.group()).matches())
                .map(run -> new int[] {run.start(), run.end()})
                .toList();
        if (malformed.isEmpty()) {
            return line;
        }
        List<Integer> places = line.places();
        return line.doubting(
                i -> malformed.stream().anyMatch(run -> run[0] <= places.get(i) && places.get(i) < run[1]));
    }
}
