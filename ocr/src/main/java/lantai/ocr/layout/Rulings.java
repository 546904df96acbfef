package lantai.ocr.layout;

import java.util.List;
import java.util.function.Predicate;
import lantai.ocr.Box;

/**
 * The rulings of a page.
 *
 * @param horizontal running along x, each meeting one that runs along y
 * @param vertical running along y, each meeting one that runs along x
 * @param alone running along x and meeting none: lines between the rows of an open table, underlines, separators
 */
public record Rulings(List<Ruling> horizontal, List<Ruling> vertical, List<Ruling> alone) {

    /** A page without rulings. */
    public static final Rulings NONE = new Rulings(List.of(), List.of());

    private static final double SLACK = 0.12;
    private static final double LONGEST_STROKE = 3.5;
    /** How far, in pixels, a line of a table may end from the line that it meets. */
    private static final double NEARLY = 8;

    public Rulings {
        horizontal = List.copyOf(horizontal);
        vertical = List.copyOf(vertical);
        alone = List.copyOf(alone);
    }

    /** Rulings that all meet others. */
    public Rulings(List<Ruling> horizontal, List<Ruling> vertical) {
        this(horizontal, vertical, List.of());
    }

    /**
     * The rulings among lines that were found, by which they meet.
     *
     * @param level running along x
     * @param upright running along y
     * @param lineHeight usual height of a line of text; lines half of it apart nearly meet
     */
    public static Rulings of(List<Ruling> level, List<Ruling> upright, double lineHeight) {
        Predicate<Ruling> met =
                line -> upright.stream().anyMatch(other -> RulingFinder.meet(line, other, lineHeight / 2));
        return new Rulings(
                level.stream().filter(met).toList(),
                upright.stream()
                        .filter(line ->
                                level.stream().anyMatch(other -> RulingFinder.meet(other, line, lineHeight / 2)))
                        .toList(),
                level.stream().filter(met.negate()).toList());
    }

    /** The same rulings in an image {@code factor} times as large. */
    public Rulings scaled(double factor) {
        return new Rulings(
                horizontal.stream().map(r -> r.scaled(factor)).toList(),
                vertical.stream().map(r -> r.scaled(factor)).toList(),
                alone.stream().map(r -> r.scaled(factor)).toList());
    }

    /** Without lines that lie within a line of text: strokes of large characters, and of several that are level. */
    public Rulings outside(List<Box> text) {
        Predicate<Ruling> level = line -> text.stream().noneMatch(box -> isStroke(line, box, vertical));
        return kept(level, line -> text.stream().noneMatch(box -> isStroke(line, turned(box), horizontal)));
    }

    /**
     * Without lines that lie within a seal: its border and the strokes of its letters. A line of a table that a seal covers
     * stays: it begins and ends at lines that go on outside the seal.
     */
    public Rulings beside(List<Box> seals) {
        Predicate<Ruling> level = line ->
                seals.stream().noneMatch(seal -> isWithin(line, seal) && !spansBetween(line, vertical, turned(seal)));
        Predicate<Ruling> upright = line -> seals.stream()
                .map(Rulings::turned)
                .noneMatch(seal -> isWithin(line, seal) && !spansBetween(line, horizontal, turned(seal)));
        return kept(level, upright);
    }

    private Rulings kept(Predicate<Ruling> level, Predicate<Ruling> upright) {
        return new Rulings(
                horizontal.stream().filter(level).toList(),
                vertical.stream().filter(upright).toList(),
                alone.stream().filter(level).toList());
    }

    /** Whether a line begins and ends at lines across it that go on outside a seal. */
    private static boolean spansBetween(Ruling line, List<Ruling> across, Box seal) {
        return endsAt(line, line.from(), across, seal) && endsAt(line, line.to(), across, seal);
    }

    private static boolean endsAt(Ruling line, double end, List<Ruling> across, Box seal) {
        return meets(
                line,
                end,
                across.stream().filter(other -> !isWithin(other, seal)).toList());
    }

    private static boolean isWithin(Ruling line, Box seal) {
        double slack = seal.height() * SLACK;
        double place = line.at((line.from() + line.to()) / 2);
        return line.from() > seal.left() - slack
                && line.to() < seal.right() + slack
                && place > seal.top() - slack
                && place < seal.bottom() + slack;
    }

    private static boolean isStroke(Ruling line, Box box, List<Ruling> across) {
        double place = line.at((line.from() + line.to()) / 2);
        double slack = Math.min(box.height(), box.width()) * SLACK;
        boolean within = line.from() > box.left() - slack
                && line.to() < box.right() + slack
                && place > box.top() + slack
                && place < box.bottom() - slack;
        boolean brief = line.length() < LONGEST_STROKE * Math.min(box.height(), box.width());
        return within && (brief || !meets(line, line.from(), across) || !meets(line, line.to(), across));
    }

    private static boolean meets(Ruling line, double end, List<Ruling> across) {
        double place = line.at(end);
        return across.stream()
                .anyMatch(other -> other.spans(place, NEARLY) && Math.abs(other.at(place) - end) < NEARLY);
    }

    private static Box turned(Box box) {
        return new Box(
                /* left= */ box.top(), /* top= */ box.left(), /* right= */ box.bottom(), /* bottom= */ box.right());
    }
}
