package lantai.ocr.sample;

import java.awt.image.BufferedImage;
import java.util.Random;

/** What scanning and time do to a page. */
final class Wear {

    /** How badly. */
    enum Level {
        /** 300 dpi, straight, no loss. */
        CLEAN,
        /** Skew up to 1°, slight blur and noise, JPEG 75. */
        LIGHT,
        /** 150 or 200 dpi, skew up to 3°, uneven light, the back shining through, stains, JPEG 50 to 68. */
        HEAVY,
        /** As heavy, and turned by a quarter or half. */
        ROTATED,
        /** Photographed: seen from the side, the sheet curled, on a dark table. */
        PHOTO
    }

    private final Random chance;
    private final Level level;

    Wear(Level level, Random chance) {
        this.level = level;
        this.chance = chance;
    }

    /**
     * A worn page.
     *
     * @param image as it would lie in the archive
     * @param motion where points of the page went
     * @param dpi of the image
     * @param turn degrees clockwise by which the page lies turned
     * @param quality of its JPEG, 0 to 1; 1 for no loss
     */
    record Worn(BufferedImage image, Motion motion, int dpi, int turn, double quality) {}

    Worn apply(BufferedImage page, BufferedImage back) {
        return switch (level) {
            case CLEAN -> new Worn(page, Motion.none(), 300, 0, 1);
            case LIGHT -> {
                var motion = Motion.skewed(page, range(-1, 1), 1);
                var planes = Planes.of(page).moved(motion).blurred(range(0.4, 0.9));
                planes.noise(chance, range(1.5, 4));
                yield new Worn(planes.image(), motion, 300, 0, 0.75);
            }
            case HEAVY -> heavy(page, back, 0);
            case ROTATED -> heavy(page, back, 90 * (1 + chance.nextInt(3)));
            case PHOTO -> {
                var motion = Motion.photographed(page, chance);
                var planes = Planes.of(page).moved(motion, 62);
                planes.light(range(0.55, 0.85), range(0, 6.28), range(0, 0.08));
                planes.noise(chance, range(2, 5));
                yield new Worn(planes.image(), motion, 200, 0, 0.8);
            }
        };
    }

    private Worn heavy(BufferedImage page, BufferedImage back, int turn) {
        int dpi = chance.nextInt(3) == 0 ? 150 : 200;
        var motion = Motion.skewed(page, range(-3, 3), dpi / 300.0).turned(turn);
        var planes = Planes.of(page);
        planes.shine(back, range(0.05, 0.14));
        planes.stains(chance);
        planes = planes.blurred(range(0.8, 1.2)).moved(motion);
        planes.light(range(0.68, 0.95), range(0, 6.28), range(0, 0.05));
        planes.noise(chance, range(3, 7));
        return new Worn(planes.image(), motion, dpi, turn, range(0.5, 0.68));
    }

    private double range(double from, double to) {
        return from + chance.nextDouble() * (to - from);
    }
}
