package lantai.ocr.onnx;

import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.TextLine;
import lantai.ocr.image.LeaningBox;

/**
 * The letters along the borders of seals that are as black as the text. Where they stand alone they are no lines of the page; what
 * they lie on is doubtful, however sure it was read.
 *
 * @param seals their bounds on the page
 */
record SealLetters(List<Box> seals) {
    private static final double FROM = 0.5;
    private static final double TO = 1.03;
    private static final double LONGEST = 0.95;
    private static final double LEVEL = 0.35;
    private static final double AS_HIGH = 0.4;
    private static final double CLOSE = 0.4;
    private static final double NEXT = 2;

    SealLetters {
        seals = List.copyOf(seals);
    }

    /** The boxes but for those that hold nothing but letters of a seal. */
    List<LeaningBox> without(List<LeaningBox> boxes) {
        return seals.isEmpty()
                ? boxes
                : boxes.stream()
                        .filter(box -> !isOfSeal(box.box()) || isInALine(box, boxes))
                        .toList();
    }

    /**
     * Whether a box as high stands next to it on the same level: then it is a piece of a line that the seal lies on. One letter alone
     * must stand close.
     */
    private boolean isInALine(LeaningBox piece, List<LeaningBox> boxes) {
        Box own = piece.box();
        double next = (own.width() < 1.5 * own.height() ? CLOSE : NEXT) * own.height();
        return boxes.stream()
                .filter(other -> !isOfSeal(other.box()))
                .map(LeaningBox::box)
                .anyMatch(other -> Math.abs(other.centerY() - own.centerY()) < LEVEL * own.height()
                        && Math.abs(other.height() - own.height()) < AS_HIGH * own.height()
                        && Math.max(other.left() - own.right(), own.left() - other.right()) < next);
    }

    /** Wholly inside, away from the middle, and shorter than a line of text that the seal was put on. */
    private boolean isOfSeal(Box box) {
        return seals.stream()
                .anyMatch(seal -> far(seal, box.left(), box.top()) < TO
                        && far(seal, box.right(), box.top()) < TO
                        && far(seal, box.left(), box.bottom()) < TO
                        && far(seal, box.right(), box.bottom()) < TO
                        && far(seal, box.centerX(), box.centerY()) > FROM
                        && box.width() < LONGEST * seal.width() / 2);
    }

    /** The same lines; of characters on which letters of a seal may lie, nobody is sure. */
    PageReading.Content doubted(PageReading.Content content) {
        return seals.isEmpty()
                ? content
                : new PageReading.Content(
                        content.lines().stream().map(this::doubted).toList(), content.blocks());
    }

    private TextLine doubted(TextLine line) {
        if (line.glyphs().stream().noneMatch(this::isUnder)) {
            return line;
        }
        TextLine doubted = line.doubting(i -> isUnder(line.glyphs().get(i)));
        double sure = doubted.glyphs().stream()
                .mapToDouble(Glyph::confidence)
                .average()
                .orElseThrow();
        return new TextLine(line.quad(), line.text(), sure, doubted.glyphs(), line.row(), line.decision());
    }

    private boolean isUnder(Glyph glyph) {
        return seals.stream().anyMatch(seal -> {
            double far = far(seal, glyph.box().centerX(), glyph.box().centerY());
            return far > FROM && far < TO;
        });
    }

    /** How far a place is from the middle of a seal; 1 on its border. */
    private static double far(Box seal, double x, double y) {
        return Math.hypot((x - seal.centerX()) / (seal.width() / 2), (y - seal.centerY()) / (seal.height() / 2));
    }
}
