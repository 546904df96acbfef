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

/**
 * Boxes.
 *
 * @param error why the last deed could not be done
 */
public record BoxesView(
        Page page,
        BoxRegister.Filter filter,
        List<Box> boxes,
        Pages pages,
        StackRules.Stacks stacks,
        ClassificationScheme scheme,
        Optional<String> error) {
    public BoxesView {
        boxes = List.copyOf(boxes);
    }

    /** {@return what a box is for, in words} */
    public String purpose(Box box) {
        return scheme.nameOf(box.classCode())
                + ' '
                + box.year()
                + ' '
                + box.retention().code();
    }

    /** {@return the place that the reader looks at} */
    public Node node() {
        return filter.node();
    }
}
