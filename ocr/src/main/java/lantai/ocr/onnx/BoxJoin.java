package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.layout.Level;
import lantai.ocr.layout.Ruling;
import lantai.ocr.layout.Rulings;

/**
 * Joins boxes that are parts of one line: the detector breaks a line at the room that wide brackets and colons bring
 * along. Parts stand level with each other, are about as high, hardly apart, and no ruling runs between them.
 */
final class BoxJoin {

    private static final double FARTHEST = 0.45;
    private static final double OVERLAP = 0.5;

    private final Rulings rulings;
    private final Level level;

    BoxJoin(Rulings rulings, Level level) {
        this.rulings = rulings;
        this.level = level;
    }

    /** The boxes with parts of one line joined. */
    List<LeaningBox> apply(List<LeaningBox> boxes) {
        List<LeaningBox> open = new ArrayList<>();
        boxes.stream()
                .map(level::level)
                .sorted(Comparator.comparingDouble(box -> box.centerX() - box.length() / 2))
                .forEach(box -> add(open, box));
        return open.stream().map(level::page).toList();
    }

    private void add(List<LeaningBox> lines, LeaningBox box) {
        for (int i = 0; i < lines.size(); i++) {
            if (belong(lines.get(i), box)) {
                lines.set(i, joined(lines.get(i), box));
                return;
            }
        }
        lines.add(box);
    }

    private boolean belong(LeaningBox left, LeaningBox right) {
        double height = Math.min(left.thickness(), right.thickness());
        double gap = right.centerX() - right.length() / 2 - left.centerX() - left.length() / 2;
        boolean lying = left.length() > 0.7 * left.thickness() && right.length() > 0.7 * right.thickness();
        return lying
                && Math.abs(right.centerY() - endOf(left)) < 0.25 * height
                && Math.max(left.thickness(), right.thickness()) < 1.35 * height
                && gap > -OVERLAP * height
                && gap < FARTHEST * height
                && !ruled(left, right);
    }

    /** Height of the line at its right end, where the next part begins. */
    private static double endOf(LeaningBox left) {
        return left.centerY() + Math.sin(left.angle()) * left.length() / 2;
    }

    private boolean ruled(LeaningBox left, LeaningBox right) {
        double y = (left.centerY() + right.centerY()) / 2;
        for (Ruling line : rulings.vertical()) {
            double x = line.at(y);
            if (line.from() < y && y < line.to() && left.centerX() < x && x < right.centerX()) {
                return true;
            }
        }
        return false;
    }

    private static LeaningBox joined(LeaningBox left, LeaningBox right) {
        double from = left.centerX() - left.length() / 2;
        double to = Math.max(left.centerX() + left.length() / 2, right.centerX() + right.length() / 2);
        double share = left.length() / (left.length() + right.length());
        double thickness = Math.max(left.thickness(), right.thickness());
        double angle = Math.atan2(right.centerY() - left.centerY(), Math.max(1, right.centerX() - left.centerX()));
        boolean steep = Math.abs(angle) > 0.03;
        double centerY = left.centerY() * share + right.centerY() * (1 - share);
        return new LeaningBox((from + to) / 2, centerY, to - from, thickness, steep ? 0 : angle);
    }
}
