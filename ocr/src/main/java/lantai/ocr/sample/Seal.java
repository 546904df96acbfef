package lantai.ocr.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;

/**
 * A stamp.
 *
 * @param text what it says
 * @param shape its form
 * @param colour of its ink
 * @param turn by how many radians it was put on slanted
 */
record Seal(String text, Shape shape, Color colour, double turn) {

    static final Color RED = new Color(205, 30, 45);
    static final Color BLUE = new Color(40, 60, 175);

    /** The form of a stamp. */
    enum Shape {
        /** 42 mm across, the text along its border, a star in the middle. */
        ROUND,
        /** 45 × 30 mm. */
        OVAL,
        /** A frame around one line. */
        BOX
    }

    /** Draws it around the origin. */
    void draw(Graphics2D ink, Font font) {
        ink.setColor(colour);
        ink.rotate(turn);
        switch (shape) {
            case ROUND -> round(ink, font, 248, 248);
            case OVAL -> round(ink, font, 266, 177);
            case BOX -> box(ink, font);
        }
    }

    private void round(Graphics2D ink, Font font, double across, double down) {
        ink.setStroke(new BasicStroke(13));
        ink.draw(new Ellipse2D.Double(-across, -down, 2 * across, 2 * down));
        float size = (float) Math.min(58, 3.6 * across / text.length());
        double step = Math.toRadians(Math.min(26, 270.0 / text.length()));
        double from = -Math.PI / 2 - step * (text.length() - 1) / 2;
        Font letters = font.deriveFont(Font.BOLD, size);
        for (int i = 0; i < text.length(); i++) {
            double angle = from + i * step;
            AffineTransform before = ink.getTransform();
            ink.translate((across - size * 0.85) * Math.cos(angle), (down - size * 0.85) * Math.sin(angle));
            ink.rotate(Math.atan2(Math.sin(angle) / down, Math.cos(angle) / across) + Math.PI / 2);
            ink.setFont(letters);
            ink.drawString(text.substring(i, i + 1), -size / 2, size * 0.36f);
            ink.setTransform(before);
        }
        if (shape == Shape.ROUND) {
            ink.fill(star(72));
        }
    }

    private static GeneralPath star(double reach) {
        var star = new GeneralPath();
        for (int i = 0; i < 10; i++) {
            double far = i % 2 == 0 ? reach : reach * 0.4;
            double x = far * Math.sin(i * Math.PI / 5);
            double y = -far * Math.cos(i * Math.PI / 5);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    private void box(Graphics2D ink, Font font) {
        Font letters = font.deriveFont(Font.BOLD, 60f);
        double width = letters.getStringBounds(text, ink.getFontRenderContext()).getWidth();
        ink.setStroke(new BasicStroke(8));
        ink.draw(new Rectangle2D.Double(-width / 2 - 24, -56, width + 48, 112));
        ink.setFont(letters);
        ink.drawString(text, (float) (-width / 2), 22);
    }
}
