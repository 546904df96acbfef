package lantai.web.stacks;

import java.util.List;
import java.util.Optional;
import lantai.retention.RetentionPeriod;
import lantai.stacks.Box;
import lantai.stacks.BoxLine;
import lantai.stacks.StackRules;
import lantai.web.frame.Page;
import lantai.web.text.Text;

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
        return term(page.text(), box.retention());
    }

    static String term(Text text, RetentionPeriod retention) {
        return switch (retention) {
            case RetentionPeriod.Permanent _ -> text.say("volume.kept.ever");
            case RetentionPeriod.Years(int years) -> text.say("volume.kept.years", years);
            case RetentionPeriod.YearsAfterEvent(int years) -> text.say("volume.kept.event", years);
        };
    }
}
