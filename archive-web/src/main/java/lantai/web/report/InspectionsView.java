package lantai.web.report;

import java.util.List;
import java.util.Optional;
import lantai.inspection.InspectionDesk;
import lantai.web.frame.Page;

/**
 * The list of self-inspections.
 *
 * @param number of this page of the list, from 1
 * @param more whether another page follows
 * @param proposed title for the next one
 * @param error why the last try failed
 */
public record InspectionsView(
        Page page,
        List<InspectionDesk.Summary> inspections,
        int number,
        boolean more,
        String proposed,
        Optional<String> error) {
    public InspectionsView {
        inspections = List.copyOf(inspections);
    }
}
