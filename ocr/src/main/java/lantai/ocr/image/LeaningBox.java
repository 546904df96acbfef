package lantai.ocr.image;

import lantai.ocr.Box;
import lantai.ocr.Quad;

/**
 * A rectangle that may lean, in pixels.
 *
 * @param length extent along the axis that is nearly horizontal
 * @param thickness extent across it; above {@code length} for a column of characters
 * @param angle radians, clockwise on the screen (y downwards), from -π/4 to π/4
 */
public record LeaningBox(double centerX, double centerY, double length, double thickness, double angle) {

    /** The same rectangle in an image {@code factor} times as large. */
    public LeaningBox scaled(double factor) {
        return new LeaningBox(centerX * factor, centerY * factor, length * factor, thickness * factor, angle);
    }

    /** The part of the length from {@code from} to {@code to}, both as shares from 0 to 1. */
    public LeaningBox part(double from, double to) {
        double shift = ((from + to) / 2 - 0.5) * length;
        return new LeaningBox(
                centerX + shift * Math.cos(angle),
                centerY + shift * Math.sin(angle),
                length * (to - from),
                thickness,
                angle);
    }

    /** The part of the thickness from {@code from} to {@code to}, both as shares from 0 to 1, counted from the top. */
    public LeaningBox slice(double from, double to) {
        double shift = ((from + to) / 2 - 0.5) * thickness;
        return new LeaningBox(
                centerX - shift * Math.sin(angle),
                centerY + shift * Math.cos(angle),
                length,
                thickness * (to - from),
                angle);
    }

    /** Where this rectangle lies when the image of the given size is turned clockwise by 0, 90, 180 or 270 degrees. */
    public LeaningBox turned(int degrees, int width, int height) {
        return switch (degrees) {
            case 0 -> this;
            case 90 -> new LeaningBox(height - centerY, centerX, thickness, length, angle);
            case 180 -> new LeaningBox(width - centerX, height - centerY, length, thickness, angle);
            case 270 -> new LeaningBox(centerY, width - centerX, thickness, length, angle);
            default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
        };
    }

    /** The four corners, clockwise from the top left. */
    public Quad quad() {
        double ux = Math.cos(angle) * length / 2;
        double uy = Math.sin(angle) * length / 2;
        double vx = -Math.sin(angle) * thickness / 2;
        double vy = Math.cos(angle) * thickness / 2;
        return new Quad(
                centerX - ux - vx,
                centerY - uy - vy,
                centerX + ux - vx,
                centerY + uy - vy,
                centerX + ux + vx,
                centerY + uy + vy,
                centerX - ux + vx,
                centerY - uy + vy);
    }

    /** The upright box around it. */
    public Box box() {
        return quad().box();
    }
}
