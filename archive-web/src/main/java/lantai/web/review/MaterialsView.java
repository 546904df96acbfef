package lantai.web.review;

import java.util.List;
import lantai.ingest.intake.Batch;
import lantai.ingest.review.MaterialDesk.Matter;
import lantai.web.frame.Page;

/** Which materials of the matters of a batch are there. */
public record MaterialsView(Page page, Batch batch, List<Matter> matters) {
    public MaterialsView {
        matters = List.copyOf(matters);
    }

    /** {@return how many required materials are missing in all matters} */
    public long missing() {
        return matters.stream().mapToLong(Matter::missing).sum();
    }
}
