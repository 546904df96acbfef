package lantai.ingest.sample;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * A round red seal with a star: the holder along the upper arc, the use of the seal below.
 *
 * @param holder whose seal it is
 * @param use what it is for, empty where it is the holder's main seal
 */
record Seal(String holder, String use) {
    private static final double RADIUS = 20;
    private static final double TEXT_RADIUS = 14.6;

    void press(Sheet sheet, Point centre) {
        sheet.shape(
                new Ellipse2D.Double(centre.x() - RADIUS, centre.y() - RADIUS, 2 * RADIUS, 2 * RADIUS), 1.1, Ink.SEAL);
        sheet.shape(star(centre), 0, Ink.SEAL);
        var type = Type.of(holder.length() > 12 ? 11 : 13).in(Ink.SEAL).heavy();
        var sweep = Math.min(250, holder.length() * 21.5);
        for (var i = 0; i < holder.length(); i++) {
            var angle = -sweep / 2 + sweep * (i + 0.5) / holder.length();
            var half = type.millimetres() / 2;
            var turn = Math.toRadians(angle);
            var x = centre.x() + TEXT_RADIUS * Math.sin(turn) - half * Math.cos(turn);
            var y = centre.y() - TEXT_RADIUS * Math.cos(turn) - half * Math.sin(turn);
            sheet.text(holder.substring(i, i + 1), new Point(x, y), type.turned(angle));
        }
        var small = Type.of(9.5).in(Ink.SEAL);
        sheet.text(use, centre.plus(-Face.noto().width(use, small) / 2, 12.5), small);
    }

    private static Path2D star(Point centre) {
        var star = new Path2D.Double();
        for (var i = 0; i < 10; i++) {
            var radius = i % 2 == 0 ? 6.0 : 2.3;
            var turn = Math.PI * i / 5;
            var x = centre.x() + radius * Math.sin(turn);
            var y = centre.y() - radius * Math.cos(turn);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }
}
