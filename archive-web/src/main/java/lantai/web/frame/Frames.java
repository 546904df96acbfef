package lantai.web.frame;

import java.util.List;
import java.util.function.UnaryOperator;
import lantai.web.asset.Assets;

/**
 * What the pages of one server have in common.
 *
 * @param assets style sheets, scripts, drawings
 * @param waiting who counts what waits
 * @param names gives the shown name of who signs in by a name; the name itself when no account bears it
 * @param development whether pages for the makers are shown
 */
public record Frames(Assets assets, List<Waiting> waiting, UnaryOperator<String> names, boolean development) {
    public Frames {
        waiting = List.copyOf(waiting);
    }
}
