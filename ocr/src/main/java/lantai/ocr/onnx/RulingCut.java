package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.Box;
import lantai.ocr.image.LeaningBox;
import lantai.ocr.layout.Level;
import lantai.ocr.layout.Ruling;
import lantai.ocr.layout.Rulings;

/** Cuts boxes where a ruling runs through them: the detector joins what stands close on both sides of a thin line. */
final class RulingCut {

    private static final double SLIVER = 0.35;

    private final Rulings rulings;
    private final Level level;

    RulingCut(Rulings rulings, Level level) {
        this.rulings = rulings;
        this.level = level;
    }

    /** The boxes with each that a ruling crosses replaced by its parts; slivers are dropped. */
    List<LeaningBox> apply(List<LeaningBox> boxes) {
        List<LeaningBox> parts = new ArrayList<>();
        for (LeaningBox box : boxes) {
            for (LeaningBox part : acrossLevel(level.level(box))) {
                for (LeaningBox piece : acrossUpright(part)) {
                    parts.add(level.page(piece));
                }
            }
        }
        return parts;
    }

    private List<LeaningBox> acrossLevel(LeaningBox box) {
        Box around = box.box();
        List<Double> cuts = new ArrayList<>(List.of(0.0, 1.0));
        for (Ruling line : rulings.horizontal()) {
            double covered = Math.min(line.to(), around.right()) - Math.max(line.from(), around.left());
            double share = (line.at(box.centerX()) - box.centerY()) / box.thickness() + 0.5;
            if (covered > 0.8 * box.length() && share > 0 && share < 1) {
                cuts.add(share);
            }
        }
        cuts.sort(null);
        List<LeaningBox> parts = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            double share = cuts.get(i) - cuts.get(i - 1);
            if (cuts.size() == 2 || share > SLIVER) {
                parts.add(cuts.size() == 2 ? box : box.slice(cuts.get(i - 1), cuts.get(i)));
            }
        }
        return parts;
    }

    private List<LeaningBox> acrossUpright(LeaningBox box) {
        Box around = box.box();
        List<Double> cuts = new ArrayList<>(List.of(0.0, 1.0));
        for (Ruling line : rulings.vertical()) {
            double share = (line.at(box.centerY()) - box.centerX()) / box.length() + 0.5;
            boolean through = line.from() < around.top() + 0.1 * box.thickness()
                    && line.to() > around.bottom() - 0.1 * box.thickness();
            if (through && share > 0 && share < 1) {
                cuts.add(share);
            }
        }
        cuts.sort(null);
        List<LeaningBox> parts = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            double length = (cuts.get(i) - cuts.get(i - 1)) * box.length();
            if (cuts.size() == 2 || length > SLIVER * box.thickness()) {
                parts.add(cuts.size() == 2 ? box : box.part(cuts.get(i - 1), cuts.get(i)));
            }
        }
        return parts;
    }
}
