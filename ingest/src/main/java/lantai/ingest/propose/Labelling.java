package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.ingest.propose.Labelled.Placement;

/**
 * Ties labels to the text they announce: behind a colon, in the cell to the right, in the column below. Geometry decides,
 * with the page's skew taken out, so bordered tables, multi-label rows and running text go the same way.
 */
final class Labelling {
    private static final Pattern COLON = Pattern.compile("(?:\\([^()]{0,12}\\))?\\)?:|(?<=小写)\\)");
    private static final Pattern NOTE = Pattern.compile("\\([^()]{1,6}\\)");
    /** A row's number, and how the column of such numbers is headed. */
    private static final Pattern ROW_NUMBER = Pattern.compile("\\d{1,3}");

    private static final Pattern ROW_NUMBERS = Pattern.compile("行次|行号|栏次|项次|序号|序");
    private static final double ENDS_ANY_VALUE = 0.9;
    private static final int LONGEST_COLUMN = 60;
    private static final int LONGEST_HALF = 6;

    private final Labels labels;
    private final Sheet sheet;
    private final Set<Strip> headings;
    private final Map<Strip, Strip> broken = new HashMap<>();
    private final Set<Strip> lowerHalves = new HashSet<>();
    private final List<Labelled> found = new ArrayList<>();

    private Labelling(Labels labels, Sheet sheet) {
        this.labels = labels;
        this.sheet = sheet;
        this.headings = Headings.of(labels, sheet);
        joinBroken();
    }

    /**
     * {@return all labels of a sheet with their values; a label may come with a value to the right and others below. What is
     * a label or a column's heading itself is no value}
     */
    static List<Labelled> read(Labels labels, Sheet sheet) {
        var labelling = new Labelling(labels, sheet);
        for (Strip strip : sheet.strips()) {
            if (labelling.lowerHalves.contains(strip)) {
                continue;
            }
            Strip broken = labelling.broken.get(strip);
            Optional<Label> whole = labels.whole(broken == null ? strip.text() : broken.text());
            if (whole.isPresent()) {
                labelling.beside(whole.get(), (broken == null ? strip : broken).whole());
            } else {
                labelling.within(strip);
            }
        }
        labelling.found.removeIf(labelling::isHeading);
        return labelling.found;
    }

    private boolean isHeading(Labelled item) {
        Span value = item.value();
        return headings.contains(value.strip()) || labels.holds(value.text());
    }

    /** Labels whose two lines stand one under the other in a narrow cell, by the upper line. */
    private void joinBroken() {
        for (Strip upper : sheet.strips()) {
            if (upper.text().length() <= LONGEST_HALF) {
                lower(upper).ifPresent(lower -> {
                    broken.put(upper, upper.then(lower));
                    headings.add(upper);
                    headings.add(lower);
                    lowerHalves.add(lower);
                });
            }
        }
    }

    private Optional<Strip> lower(Strip upper) {
        return sheet.strips().stream()
                .filter(lower -> lower.text().length() <= LONGEST_HALF
                        && lower.level().centerY() > upper.level().bottom()
                        && lower.level().top() - upper.level().bottom() < 0.8 * upper.height()
                        && overlap(upper, lower) > 0.5)
                .min(Comparator.comparingDouble(lower -> lower.level().top()))
                .filter(lower -> isOneLabel(upper, lower));
    }

    /**
     * Whether two lines are one label: together they are a word of the vocabulary, the lower one is a note in brackets, or the
     * value beside them stands between their levels.
     */
    private boolean isOneLabel(Strip upper, Strip lower) {
        boolean note = NOTE.matcher(lower.text()).matches();
        if (note || labels.holds(lower.text())) {
            Strip both = upper.then(lower);
            return labels.whole(both.text()).isPresent()
                    && (note || labels.holds(both.text()) || !labels.holds(upper.text()) || isSomebody(upper))
                    && sheet.strips().stream()
                            .filter(strip -> strip.level().left() > both.level().right())
                            .filter(strip -> Math.abs(rise(both, strip)) < 0.6 * both.height())
                            .min(Comparator.comparingDouble(
                                    strip -> strip.level().left()))
                            .filter(strip -> note || Math.abs(rise(both, strip)) < 0.45 * upper.height())
                            .isPresent();
        }
        return labels.holds(upper.text() + lower.text());
    }

    private boolean isSomebody(Strip strip) {
        return labels.whole(strip.text())
                .filter(label -> label.role() == LabelRole.PERSON || label.role() == LabelRole.STAFF)
                .isPresent();
    }

    /** A label inside a strip: where it begins, where its value begins. */
    private record Hit(Label label, int from, int to, int valueFrom) {}

    private void within(Strip strip) {
        List<Hit> hits = hits(strip);
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            int end =
                    i + 1 < hits.size() ? hits.get(i + 1).from() : strip.text().length();
            Span name = strip.span(hit.from(), hit.to());
            if (hit.valueFrom() < end) {
                found.add(new Labelled(hit.label(), name, strip.span(hit.valueFrom(), end), Placement.INLINE, 0, 1));
            } else if (end == strip.text().length()) {
                right(strip)
                        .ifPresent(value ->
                                found.add(new Labelled(hit.label(), name, value.whole(), Placement.RIGHT, 0, 1)));
            }
        }
    }

    private List<Hit> hits(Strip strip) {
        var hits = new ArrayList<Hit>();
        String text = strip.text();
        boolean row = false;
        int at = 0;
        while (at < text.length()) {
            Optional<Label> label = labels.at(text, at);
            if (label.isEmpty()) {
                at++;
                continue;
            }
            int end = at + label.get().text().length();
            Matcher colon = COLON.matcher(text).useTransparentBounds(true).region(end, text.length());
            if (colon.lookingAt()) {
                hits.add(new Hit(prefixed(label.get(), text, at), at, end, colon.end()));
                at = colon.end();
            } else if (opens(strip, at, end, row, label.get())) {
                hits.add(new Hit(label.get(), at, end, end));
                row = true;
                at = end;
            } else {
                at++;
            }
        }
        return hits;
    }

    /** Whether a label without a colon may be one here: first in its strip, parted by a blank, or in a row of labels. */
    private static boolean opens(Strip strip, int at, int end, boolean row, Label label) {
        boolean parted = strip.opensAt(at) && (at == 0 || end == strip.text().length() || strip.opensAt(end));
        boolean insideRow = row && label.role() == LabelRole.OTHER && label.weight() >= ENDS_ANY_VALUE;
        return parted || insideRow || (row && label.role() == LabelRole.ID_NUMBER);
    }

    /** A label that is only the ending of a longer word counts less. */
    private Label prefixed(Label label, String text, int at) {
        boolean endingOnly = at > 0 && Character.isIdeographic(text.charAt(at - 1));
        return endingOnly ? new Label(label.text(), label.role(), label.weight() * 0.85) : label;
    }

    private void beside(Label label, Span name) {
        Strip strip = name.strip();
        Optional<Strip> right = right(strip);
        boolean header = right.isEmpty()
                || headings.contains(right.get())
                || labels.whole(right.get().text()).isPresent();
        if (!header) {
            found.add(new Labelled(label, name, right.get().whole(), Placement.RIGHT, 0, 1));
        }
        List<Strip> column = below(strip);
        for (int i = 0; i < column.size(); i++) {
            found.add(new Labelled(label, name, column.get(i).whole(), Placement.BELOW, i, column.size()));
        }
    }

    /** The cell to the right: the nearest strip on the same level, or two lines above and below that level. */
    private Optional<Strip> right(Strip label) {
        double height = label.height();
        List<Strip> beside = sheet.strips().stream()
                .filter(strip -> !strip.equals(label)
                        && strip.level().left() >= label.level().right() - 0.4 * height)
                .filter(strip -> Math.abs(rise(label, strip)) < 1.3 * height)
                .filter(strip -> !isRowNumber(strip))
                .sorted(Comparator.comparingDouble(strip -> strip.level().left()))
                .toList();
        Optional<Strip> level = beside.stream()
                .filter(strip -> Math.abs(rise(label, strip)) < 0.55 * Math.max(height, strip.height()))
                .findFirst();
        Optional<Strip> pair = beside.stream()
                .filter(strip -> rise(label, strip) < 0)
                .findFirst()
                .flatMap(upper -> beside.stream()
                        .filter(lower -> rise(label, lower) > 0 && startsBelow(upper, lower))
                        .findFirst()
                        .map(upper::then));
        if (level.isPresent() && pair.isPresent()) {
            return level.get().level().left() <= pair.get().level().left() + height ? level : pair;
        }
        return level.or(() -> pair);
    }

    /** Whether a cell holds no value but the number of its row, as the heading of its column says. */
    private boolean isRowNumber(Strip cell) {
        return ROW_NUMBER.matcher(cell.text()).matches()
                && sheet.strips().stream()
                        .anyMatch(head -> ROW_NUMBERS.matcher(head.text()).matches()
                                && head.level().centerY() < cell.level().top()
                                && overlap(head, cell) > 0.5);
    }

    private static double rise(Strip label, Strip other) {
        return other.level().centerY() - label.level().centerY();
    }

    private static boolean startsBelow(Strip upper, Strip lower) {
        return Math.abs(lower.level().left() - upper.level().left()) < 2 * upper.height()
                && lower.level().top() - upper.level().bottom() < upper.height();
    }

    private List<Strip> below(Strip label) {
        double pad = label.height();
        var column = new ArrayList<Strip>();
        Strip last = label;
        List<Strip> under = sheet.strips().stream()
                .filter(strip -> strip.level().centerY() > label.level().bottom())
                .filter(strip -> overlap(label, strip) > 0.5 || within(label, strip, pad))
                .sorted(Comparator.comparingDouble(strip -> strip.level().top()))
                .toList();
        for (Strip strip : under) {
            boolean far = strip.level().top() - last.level().bottom() > 4 * label.height();
            boolean other =
                    labels.whole(strip.text()).isPresent() || !hits(strip).isEmpty();
            if (far || other || column.size() == LONGEST_COLUMN) {
                break;
            }
            column.add(strip);
            last = strip;
        }
        return column;
    }

    private static boolean within(Strip label, Strip strip, double pad) {
        double center = strip.level().centerX();
        return center > label.level().left() - pad && center < label.level().right() + pad;
    }

    private static double overlap(Strip one, Strip other) {
        double shared = Math.min(one.level().right(), other.level().right())
                - Math.max(one.level().left(), other.level().left());
        return shared / Math.min(one.level().width(), other.level().width());
    }
}
