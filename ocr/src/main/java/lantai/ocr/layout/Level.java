package lantai.ocr.layout;

import java.util.Comparator;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/**
 * The level frame of a page: a skewed page turned back about its centre, and a page that was photographed curled or aslant flattened
 * along its lines.
 */
public final class Level {

    private static final double LARGEST = Math.toRadians(15);
    private static final double SMALLEST = Math.toRadians(0.08);
    private static final int STEPS = 3;
    private static final double ALIKE = Math.toRadians(1.5);
    /** In heights of a line. */
    private static final double USUAL_LENGTH = 12;

    private final double angle;
    private final double centerX;
    private final double centerY;
    private final double width;
    private final Bend bend;

    private Level(double angle, int width, int height, Bend bend) {
        this.angle = angle;
        this.centerX = width / 2.0;
        this.centerY = height / 2.0;
        this.width = width;
        this.bend = bend;
    }

    /** The frame in which the long ones among {@code boxes} lie level: turned by the angle that most of them share. */
    public static Level turned(List<LeaningBox> boxes, int width, int height) {
        return new Level(skew(longer(boxes)), width, height, Bend.NONE);
    }

    /** The same, flattened where its lines sag or fan out. */
    public static Level flattened(List<LeaningBox> boxes, int width, int height) {
        Level turned = turned(boxes, width, height);
        List<LeaningBox> level = boxes.stream().map(turned::level).toList();
        return new Level(turned.angle, width, height, Bend.of(level, turned.centerX, turned.centerY, width));
    }

    private static List<LeaningBox> longer(List<LeaningBox> boxes) {
        return boxes.stream()
                .filter(box -> box.length() > 5 * box.thickness() && Math.abs(box.angle()) < LARGEST)
                .toList();
    }

    /**
     * The angle that most lines share: the median of those that lean nearly alike, weighted by length. A line counts for no more than a
     * usual one is long, so that one stamp put on slanted on a page with few lines does not tell its skew.
     */
    private static double skew(List<LeaningBox> boxes) {
        List<LeaningBox> alike = List.of();
        double most = 0;
        for (LeaningBox candidate : boxes) {
            List<LeaningBox> near = boxes.stream()
                    .filter(box -> Math.abs(box.angle() - candidate.angle()) < ALIKE)
                    .toList();
            double weight = near.stream().mapToDouble(Level::weight).sum();
            if (weight > most) {
                most = weight;
                alike = near;
            }
        }
        return median(alike);
    }

    private static double weight(LeaningBox box) {
        return Math.min(box.length() / box.thickness(), USUAL_LENGTH);
    }

    private static double median(List<LeaningBox> boxes) {
        List<LeaningBox> lines = boxes.stream()
                .sorted(Comparator.comparingDouble(LeaningBox::angle))
                .toList();
        double total = lines.stream().mapToDouble(LeaningBox::length).sum();
        double seen = 0;
        for (LeaningBox line : lines) {
            seen += line.length();
            if (seen >= total / 2) {
                return Math.abs(line.angle()) < SMALLEST ? 0 : line.angle();
            }
        }
        return 0;
    }

    /** The page's skew in radians, clockwise on the screen. */
    public double angle() {
        return angle;
    }

    /** A box of the page, placed in the level frame. */
    public LeaningBox level(LeaningBox box) {
        LeaningBox turned = turned(box, -angle);
        return sunk(turned, turned.centerY(), -1);
    }

    /** A box of the level frame, placed on the page. */
    public LeaningBox page(LeaningBox box) {
        double y = box.centerY();
        for (int step = 0; step < STEPS; step++) {
            y = box.centerY() + depth(box.centerX(), y);
        }
        return turned(sunk(box, y, 1), angle);
    }

    /** The box of the level frame around a box of the page. */
    public Box level(Box box) {
        return level(new LeaningBox(box.centerX(), box.centerY(), box.width(), box.height(), 0))
                .box();
    }

    /** The box on the page around a box of the level frame. */
    public Box page(Box box) {
        var leaning = new LeaningBox(box.centerX(), box.centerY(), box.width(), box.height(), 0);
        return page(leaning).box();
    }

    /** Moved by the depth at the bent height {@code y}, up by a negative direction. */
    private LeaningBox sunk(LeaningBox box, double y, int direction) {
        if (bend == Bend.NONE) {
            return box;
        }
        double u = (box.centerX() - centerX) / width;
        double v = (y - centerY) / width;
        return new LeaningBox(
                box.centerX(),
                box.centerY() + direction * width * bend.depth(u, v),
                box.length(),
                box.thickness(),
                box.angle() + direction * Math.atan(bend.slope(u, v)));
    }

    private double depth(double x, double y) {
        return width * bend.depth((x - centerX) / width, (y - centerY) / width);
    }

    private LeaningBox turned(LeaningBox box, double by) {
        double x = box.centerX() - centerX;
        double y = box.centerY() - centerY;
        return new LeaningBox(
                centerX + x * Math.cos(by) - y * Math.sin(by),
                centerY + x * Math.sin(by) + y * Math.cos(by),
                box.length(),
                box.thickness(),
                box.angle() + by);
    }

    /** The upright box of the level frame around a box of the page. */
    public Box around(LeaningBox box) {
        return level(box).box();
    }

    /** The page in its level frame, drawn at the given size. */
    public GrayImage drawn(GrayImage page) {
        if (angle == 0 && bend == Bend.NONE) {
            return page;
        }
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double middleX = page.width() / 2.0;
        double middleY = page.height() / 2.0;
        double factor = width / page.width();
        GrayImage level = GrayImage.white(page.width(), page.height());
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                double dx = x + 0.5 - middleX;
                double dy = y + 0.5 - middleY + sag(x * factor, y * factor) / factor;
                double sourceX = middleX + dx * cos - dy * sin - 0.5;
                double sourceY = middleY + dx * sin + dy * cos - 0.5;
                if (sourceX >= 0 && sourceY >= 0 && sourceX < page.width() && sourceY < page.height()) {
                    level.samples()[y * page.width() + x] = (byte) (int) (page.between(sourceX, sourceY) + 0.5);
                }
            }
        }
        return level;
    }

    /** By how much what stands at a place of the level frame stood lower. */
    private double sag(double x, double y) {
        return bend == Bend.NONE ? 0 : depth(x, y + depth(x, y));
    }
}
