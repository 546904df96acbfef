package lantai.ocr.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts together what may be pieces of one seal, whose border text and rulings have broken: parts that lie near each other. */
final class SealPieces {

    /** One or more parts; immutable. */
    private static final class Piece {
        private final int[] pixels;
        private final int[] bounds;
        private final int parts;

        private Piece(int[] pixels, int[] bounds, int parts) {
            this.pixels = pixels;
            this.bounds = bounds;
            this.parts = parts;
        }

        boolean isNear(Piece other, double far) {
            return apart(bounds[0], bounds[2], other.bounds[0], other.bounds[2]) <= far
                    && apart(bounds[1], bounds[3], other.bounds[1], other.bounds[3]) <= far;
        }

        private static int apart(int from, int to, int otherFrom, int otherTo) {
            return Math.max(otherFrom - to, from - otherTo);
        }

        Piece joined(Piece other) {
            int[] all = Arrays.copyOf(pixels, pixels.length + other.pixels.length);
            System.arraycopy(other.pixels, 0, all, pixels.length, other.pixels.length);
            int[] around = {
                Math.min(bounds[0], other.bounds[0]),
                Math.min(bounds[1], other.bounds[1]),
                Math.max(bounds[2], other.bounds[2]),
                Math.max(bounds[3], other.bounds[3])
            };
            return new Piece(all, around, parts + other.parts);
        }
    }

    private SealPieces() {}

    /** The pixels ({@code y * columns + x}) of those that are more than one piece, each at most {@code far} from the next. */
    static List<int[]> joined(List<int[]> parts, int columns, double far) {
        List<Piece> open = new ArrayList<>();
        for (int[] part : parts) {
            var piece = new Piece(part, Components.bounds(part, part.length, columns), 1);
            List<Piece> near =
                    open.stream().filter(other -> other.isNear(piece, far)).toList();
            open.removeAll(near);
            open.add(near.stream().reduce(piece, Piece::joined));
        }
        return open.stream()
                .filter(piece -> piece.parts > 1)
                .map(piece -> piece.pixels)
                .toList();
    }
}
