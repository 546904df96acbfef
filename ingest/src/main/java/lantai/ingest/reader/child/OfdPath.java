package lantai.ingest.reader.child;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** Reads the short form of a path: S M start, L line, Q and B curves, A arc, C close. */
final class OfdPath {
    private final String[] words;
    private final Path2D.Double path = new Path2D.Double();
    private int at;

    private OfdPath(String data) {
        words = data.strip().split("[\\s,]+", -1);
    }

    /** {@return the path up to the first word that makes no sense} */
    static Path2D parse(String data, boolean evenOdd) {
        var parser = new OfdPath(data);
        parser.path.setWindingRule(evenOdd ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        try {
            parser.run();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // what was read so far is drawn
        }
        return parser.path;
    }

    private void run() {
        while (at < words.length) {
            var operator = words[at++];
            switch (operator) {
                case "S", "M" -> path.moveTo(next(), next());
                case "L" -> {
                    start();
                    path.lineTo(next(), next());
                }
                case "Q" -> {
                    start();
                    path.quadTo(next(), next(), next(), next());
                }
                case "B" -> {
                    start();
                    path.curveTo(next(), next(), next(), next(), next(), next());
                }
                case "A" -> {
                    start();
                    arc(next(), next(), next(), next() != 0, next() != 0, next(), next());
                }
                case "C" -> {
                    if (path.getCurrentPoint() != null) {
                        path.closePath();
                    }
                }
                default -> {}
            }
        }
    }

    private void start() {
        if (path.getCurrentPoint() == null) {
            path.moveTo(0, 0);
        }
    }

    private double next() {
        return Double.parseDouble(words[at++]);
    }

    /** An elliptic arc by its end point, as SVG defines it. */
    private void arc(double rx, double ry, double degrees, boolean large, boolean sweep, double x, double y) {
        var from = path.getCurrentPoint();
        if (rx == 0 || ry == 0) {
            path.lineTo(x, y);
            return;
        }
        var angle = Math.toRadians(degrees % 360);
        var halfX = (from.getX() - x) / 2;
        var halfY = (from.getY() - y) / 2;
        var u = Math.cos(angle) * halfX + Math.sin(angle) * halfY;
        var v = -Math.sin(angle) * halfX + Math.cos(angle) * halfY;
        var wide = Math.abs(rx);
        var high = Math.abs(ry);
        var reach = u * u / (wide * wide) + v * v / (high * high);
        if (reach > 1) {
            wide *= Math.sqrt(reach);
            high *= Math.sqrt(reach);
        }
        var rest = Math.max(
                0,
                (wide * wide * high * high - wide * wide * v * v - high * high * u * u)
                        / (wide * wide * v * v + high * high * u * u));
        var factor = (large == sweep ? -1 : 1) * Math.sqrt(rest);
        var cu = factor * wide * v / high;
        var cv = -factor * high * u / wide;
        var begin = Math.toDegrees(Math.atan2((v - cv) / high, (u - cu) / wide));
        var end = Math.toDegrees(Math.atan2((-v - cv) / high, (-u - cu) / wide));
        var extent = (end - begin) % 360;
        if (!sweep && extent > 0) {
            extent -= 360;
        } else if (sweep && extent < 0) {
            extent += 360;
        }
        var arc = new Arc2D.Double(cu - wide, cv - high, 2 * wide, 2 * high, -begin, -extent, Arc2D.OPEN);
        var back = AffineTransform.getTranslateInstance((from.getX() + x) / 2, (from.getY() + y) / 2);
        back.rotate(angle);
        path.append(arc.getPathIterator(back), true);
    }
}
