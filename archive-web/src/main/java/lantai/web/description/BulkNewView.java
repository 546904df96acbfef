package lantai.web.description;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.description.Element;
import lantai.web.frame.Page;

/**
 * The form of an edit of many.
 *
 * @param selection which records are meant, to be sent on
 * @param records how many they are
 * @param elements those that people write
 * @param error why the last try failed
 */
public record BulkNewView(
        Page page,
        Map<String, List<String>> selection,
        int records,
        List<Element> elements,
        String deed,
        String element,
        String find,
        String value,
        String reason,
        Optional<String> error) {
    public BulkNewView {
        selection = Map.copyOf(selection);
        elements = List.copyOf(elements);
    }
}
