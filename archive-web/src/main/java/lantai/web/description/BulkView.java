package lantai.web.description;

import java.util.List;
import java.util.Optional;
import lantai.description.BulkEdit;
import lantai.description.BulkLine;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * One edit of many: its preview, its progress, what came of it.
 *
 * @param element the name of the element
 * @param lines the first records that are changed or will be
 * @param left the first records that are left as they are, with why
 * @param mine whether the reader prepared it
 * @param error why the last deed failed
 */
public record BulkView(
        Page page,
        BulkEdit edit,
        String element,
        List<BulkLine> lines,
        List<BulkLine> left,
        boolean mine,
        Optional<String> error) {
    public BulkView {
        lines = List.copyOf(lines);
        left = List.copyOf(left);
    }

    /** {@return a value, personal numbers masked} */
    public String masked(String value) {
        return PersonalNumbers.masked(value);
    }

    /** {@return what it does, in words} */
    public String told() {
        var order = edit.order();
        return switch (order.kind()) {
            case SET ->
                order.value().isEmpty()
                        ? page.say("description.bulk.told.clear", element)
                        : page.say("description.bulk.told.set", element, masked(order.value()));
            case REPLACE ->
                page.say("description.bulk.told.replace", element, masked(order.find()), masked(order.value()));
            case UNDO -> page.say("description.bulk.told.undo", element);
        };
    }
}
