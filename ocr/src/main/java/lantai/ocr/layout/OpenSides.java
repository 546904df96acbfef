package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tables without a line at their left and right sides. A row of one cell over the whole width has no upright line at all
 * there, so that its level lines meet none and the table falls apart: lines that begin and end at the same places, one
 * below the other, are put together again.
 */
final class OpenSides {

    private static final double FARTHEST = 16;
    private static final double NEAR = 3;

    private final Rulings rulings;
    private final double lineHeight;
    private final boolean[] open;

    OpenSides(Rulings rulings, double lineHeight) {
        this.rulings = rulings;
        this.lineHeight = lineHeight;
        this.open = new boolean[rulings.horizontal().size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = isOpen(rulings.horizontal().get(i));
        }
    }

    /** For each level line whether no upright line meets its ends. */
    boolean[] open() {
        return open.clone();
    }

    /** The rulings, those that stand alone between the lines of a table counted among its lines. */
    Rulings closed() {
        List<Ruling> horizontal = new ArrayList<>(rulings.horizontal());
        List<Ruling> alone = new ArrayList<>();
        for (Ruling line : rulings.alone()) {
            boolean above = meetsBeyond(line, -1);
            (above && meetsBeyond(line, 1) ? horizontal : alone).add(line);
        }
        return new Rulings(horizontal, rulings.vertical(), alone);
    }

    /** Pairs of level lines, by their places, that bound a cell over the whole width of an open table. */
    List<int[]> pairs() {
        List<Integer> lines = IntStream.range(0, open.length)
                .filter(i -> open[i])
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> rulings.horizontal().get(i).start()))
                .toList();
        List<int[]> pairs = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            Ruling upper = rulings.horizontal().get(lines.get(at - 1));
            Ruling lower = rulings.horizontal().get(lines.get(at));
            double gap = lower.start() - upper.start();
            boolean lone = meetsNone(upper) || meetsNone(lower);
            if (isAlike(upper, lower) && gap < (lone ? FARTHEST : NEAR) * lineHeight) {
                pairs.add(new int[] {lines.get(at - 1), lines.get(at)});
            }
        }
        return pairs;
    }

    private boolean meetsBeyond(Ruling line, int side) {
        return IntStream.range(0, open.length)
                .filter(i -> open[i])
                .mapToObj(rulings.horizontal()::get)
                .anyMatch(other -> isAlike(line, other)
                        && (other.start() - line.start()) * side > 0
                        && Math.abs(other.start() - line.start()) < FARTHEST * lineHeight);
    }

    private boolean meetsNone(Ruling line) {
        return rulings.vertical().stream().noneMatch(other -> RulingFinder.meet(line, other, lineHeight / 2));
    }

    private boolean isOpen(Ruling line) {
        return rulings.vertical().stream().noneMatch(upright -> {
            double x = upright.at(line.start());
            boolean end = Math.abs(x - line.from()) < lineHeight || Math.abs(x - line.to()) < lineHeight;
            return end && RulingFinder.meet(line, upright, lineHeight / 2);
        });
    }

    private boolean isAlike(Ruling one, Ruling other) {
        return Math.abs(one.from() - other.from()) < lineHeight && Math.abs(one.to() - other.to()) < lineHeight;
    }
}
