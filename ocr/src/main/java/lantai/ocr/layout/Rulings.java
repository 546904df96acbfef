package lantai.ocr.layout;

import java.util.List;
import lantai.ocr.Box;

/**
 * The rulings of a page.
 *
 * @param horizontal running along x
 * @param vertical running along y
 */
public record Rulings(List<Ruling> horizontal, List<Ruling> vertical) {

    /** A page without rulings. */
    public static final Rulings NONE = new Rulings(List.of(), List.of());

    private static final double SLACK = 0.12;
    private static final double LONGEST_STROKE = 3.5;

    public Rulings {
        horizontal = List.copyOf(horizontal);
        vertical = List.copyOf(vertical);
    }

    /** The same rulings in an image {@code factor} times as large. */
    public Rulings scaled(double factor) {
        return new Rulings(
                horizontal.stream().map(r -> r.scaled(factor)).toList(),
                vertical.stream().map(r -> r.scaled(factor)).toList());
    }

    /** Without lines that lie within a line of text: strokes of large characters, and of those that touch a frame. */
    public Rulings outside(List<Box> text) {
        return new Rulings(
                horizontal.stream()
                        .filter(line -> text.stream().noneMatch(box -> isStroke(line, box)))
                        .toList(),
                vertical.stream()
                        .filter(line -> text.stream().noneMatch(box -> isStroke(line, turned(box))))
                        .toList());
    }

    /** Without lines that lie within a seal: its border and the strokes of its letters. */
    public Rulings beside(List<Box> seals) {
        return new Rulings(
                horizontal.stream()
                        .filter(line -> seals.stream().noneMatch(seal -> isWithin(line, seal)))
                        .toList(),
                vertical.stream()
                        .filter(line -> seals.stream().noneMatch(seal -> isWithin(line, turned(seal))))
                        .toList());
    }

    private static boolean isWithin(Ruling line, Box seal) {
        double slack = seal.height() * SLACK;
        double place = line.at((line.from() + line.to()) / 2);
        return line.from() > seal.left() - slack
                && line.to() < seal.right() + slack
                && place > seal.top() - slack
                && place < seal.bottom() + slack;
    }

    private static boolean isStroke(Ruling line, Box box) {
        double place = line.at((line.from() + line.to()) / 2);
        double slack = Math.min(box.height(), box.width()) * SLACK;
        return line.length() < LONGEST_STROKE * Math.min(box.height(), box.width())
                && line.from() > box.left() - slack
                && line.to() < box.right() + slack
                && place > box.top() + slack
                && place < box.bottom() - slack;
    }

    private static Box turned(Box box) {
        return new Box(
                /* left= */ box.top(), /* top= */ box.left(), /* right= */ box.bottom(), /* bottom= */ box.right());
    }
}
