package lantai.web.stacks;

import java.util.List;
import java.util.Optional;
import lantai.stacks.Box;
import lantai.stacks.BoxLine;
import lantai.stacks.StackRules;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * One box with its content.
 *
 * @param className the name of its class
 * @param error why the last deed could not be done
 */
public record BoxView(
        Page page, Box box, List<BoxLine> lines, String className, StackRules.Stacks stacks, Optional<String> error) {
    public BoxView {
        lines = List.copyOf(lines);
    }

    /** {@return how long its content is kept, in words} */
    public String kept() {
        return Terms.told(page.text(), box.retention());
    }
}
