package lantai.web.stacks;

import java.util.List;
import java.util.Optional;
import lantai.access.VisibleItems.Node;
import lantai.scheme.ClassificationScheme;
import lantai.stacks.Box;
import lantai.stacks.BoxRegister;
import lantai.stacks.StackRules;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * Boxes.
 *
 * @param packed what there is to say when these are boxes packed in one go
 * @param error why the last deed could not be done
 */
public record BoxesView(
        Page page,
        BoxRegister.Filter filter,
        List<Box> boxes,
        Pages pages,
        StackRules.Stacks stacks,
        ClassificationScheme scheme,
        Optional<Packed> packed,
        Optional<String> error) {
    public BoxesView {
        boxes = List.copyOf(boxes);
    }

    /**
     * How packing in one go ended.
     *
     * @param unsettled how many of the boxes may still be unpacked
     * @param left what of the place stayed out
     */
    public record Packed(int unsettled, List<Left> left) {
        public Packed {
            left = List.copyOf(left);
        }
    }

    /** {@return what a box is for, in words} */
    public String purpose(Box box) {
        return scheme.nameOf(box.classCode()) + ' ' + box.year() + ' ' + Terms.told(page.text(), box.retention());
    }

    /** {@return the place that the reader looks at} */
    public Node node() {
        return filter.node();
    }
}
