package lantai.web.imports;

import java.util.List;
import lantai.ingest.hooking.HookDesk.Waiting;
import lantai.web.frame.Page;

/** The batches whose pages may be joined to entries. */
public record HooksView(Page page, List<Waiting> batches) {
    public HooksView {
        batches = List.copyOf(batches);
    }
}
