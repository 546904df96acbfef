package lantai.ocr.layout;

import java.util.Comparator;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/**
 * The level frame of a skewed page: the page turned back about its centre.
 *
 * @param angle the page's skew in radians, clockwise on the screen
 * @param centerX middle of the page
 * @param centerY middle of the page
 */
public record Level(double angle, double centerX, double centerY) {

    private static final double LARGEST = Math.toRadians(15);
    private static final double SMALLEST = Math.toRadians(0.08);

    /** The frame in which the long ones among {@code boxes} lie level: the median angle, weighted by length. */
    public static Level of(List<LeaningBox> boxes, int width, int height) {
        List<LeaningBox> lines = boxes.stream()
                .filter(box -> box.length() > 5 * box.thickness() && Math.abs(box.angle()) < LARGEST)
                .sorted(Comparator.comparingDouble(LeaningBox::angle))
                .toList();
        double total = lines.stream().mapToDouble(LeaningBox::length).sum();
        double seen = 0;
        double angle = 0;
        for (LeaningBox line : lines) {
            seen += line.length();
            if (seen >= total / 2) {
                angle = line.angle();
                break;
            }
        }
        return new Level(Math.abs(angle) < SMALLEST ? 0 : angle, width / 2.0, height / 2.0);
    }

    /** A box of the page, placed in the level frame. */
    public LeaningBox level(LeaningBox box) {
        return turned(box, -angle);
    }

    /** A box of the level frame, placed on the page. */
    public LeaningBox page(LeaningBox box) {
        return turned(box, angle);
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
        if (angle == 0) {
            return page;
        }
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double middleX = page.width() / 2.0;
        double middleY = page.height() / 2.0;
        GrayImage level = GrayImage.white(page.width(), page.height());
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                double dx = x + 0.5 - middleX;
                double dy = y + 0.5 - middleY;
                double sourceX = middleX + dx * cos - dy * sin - 0.5;
                double sourceY = middleY + dx * sin + dy * cos - 0.5;
                if (sourceX >= 0 && sourceY >= 0 && sourceX < page.width() && sourceY < page.height()) {
                    level.samples()[y * page.width() + x] = (byte) (int) (page.between(sourceX, sourceY) + 0.5);
                }
            }
        }
        return level;
    }
}
