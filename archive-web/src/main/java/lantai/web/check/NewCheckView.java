package lantai.web.check;

import java.util.Map;
import java.util.Optional;
import lantai.web.frame.Page;

/**
 * The form for a check.
 *
 * @param typed what was typed, by field
 * @param batch title of the batch it is for; nothing for a part of the archive
 */
public record NewCheckView(Page page, Map<String, String> typed, Optional<String> batch, Optional<String> error) {
    public NewCheckView {
        typed = Map.copyOf(typed);
    }

    /** {@return what was typed into a field} */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }
}
