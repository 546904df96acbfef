package lantai.web.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * The form in which a record is described.
 *
 * @param lines in the order of the rule
 * @param reason as typed
 * @param error why the last try failed
 */
public record FormView(Page page, Item item, List<FormLine> lines, String reason, Optional<String> error) {
    public FormView {
        lines = List.copyOf(lines);
    }

    /** {@return the title, personal numbers masked} */
    public String title() {
        return PersonalNumbers.masked(item.title());
    }

    /** {@return the lines by area, in order} */
    public Map<String, List<FormLine>> areas() {
        var areas = new LinkedHashMap<String, List<FormLine>>();
        lines.forEach(line -> areas.computeIfAbsent(line.element().area(), _ -> new ArrayList<>())
                .add(line));
        return areas;
    }

    /** {@return how many fields are not right yet} */
    public long faults() {
        return lines.stream().filter(line -> line.error() != null).count();
    }
}
