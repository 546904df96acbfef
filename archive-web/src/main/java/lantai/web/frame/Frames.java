package lantai.web.frame;

import java.util.List;
import lantai.web.asset.Assets;

/**
 * What the pages of one server have in common.
 *
 * @param assets style sheets, scripts, drawings
 * @param waiting who counts what waits
 * @param development whether pages for the makers are shown
 */
public record Frames(Assets assets, List<Waiting> waiting, boolean development) {
    public Frames {
        waiting = List.copyOf(waiting);
    }
}
