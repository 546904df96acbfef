package lantai.web.description;

import java.util.List;
import lantai.description.BulkEdit;
import lantai.description.DescriptionRule;
import lantai.web.frame.Page;

/** The newest edits of many. */
public record BulksView(Page page, List<BulkEdit> edits, DescriptionRule rule) {
    public BulksView {
        edits = List.copyOf(edits);
    }
}
