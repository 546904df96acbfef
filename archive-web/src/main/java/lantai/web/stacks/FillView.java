package lantai.web.stacks;

import java.util.List;
import lantai.access.VisibleItems.Node;
import lantai.scheme.ClassificationScheme;
import lantai.stacks.FillPlan;
import lantai.stacks.StackRules;
import lantai.web.frame.Page;
import lantai.web.text.Terms;
import lantai.web.volume.PlaceWords;

/**
 * What packing a place would do, before it is done.
 *
 * @param thickness of the spines, in millimetres
 */
public record FillView(
        Page page,
        Node node,
        int thickness,
        FillPlan plan,
        List<Left> left,
        StackRules.Stacks stacks,
        ClassificationScheme scheme) {
    /** How many boxes are shown; all are packed. */
    public static final int SHOWN = 200;

    public FillView {
        left = List.copyOf(left);
    }

    /** {@return the boxes that are shown} */
    public List<FillPlan.Planned> shown() {
        return plan.boxes().subList(0, Math.min(SHOWN, plan.boxes().size()));
    }

    /** {@return what a box is for, in words} */
    public String purpose(FillPlan.Planned box) {
        return scheme.nameOf(box.classCode()) + ' ' + box.year() + ' ' + Terms.told(page.text(), box.retention());
    }

    /** {@return the place, in words} */
    public String place() {
        return PlaceWords.told(page.text(), scheme, node);
    }
}
