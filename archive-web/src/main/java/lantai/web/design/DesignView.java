package lantai.web.design;

import java.util.List;
import lantai.web.frame.Page;

/**
 * The design page.
 *
 * @param icons every drawing by name
 */
public record DesignView(Page page, List<String> icons) {
    public DesignView {
        icons = List.copyOf(icons);
    }
}
