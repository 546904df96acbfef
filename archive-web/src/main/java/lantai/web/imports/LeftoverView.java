package lantai.web.imports;

import java.util.List;
import java.util.Optional;
import lantai.ingest.hooking.HookDesk.Leftover;
import lantai.web.frame.Page;

/**
 * Originals without an entry, by batch.
 *
 * @param error why the last try failed
 * @param typed the code that was typed then
 */
public record LeftoverView(Page page, List<Leftover> batches, Optional<String> error, String typed) {
    public LeftoverView {
        batches = List.copyOf(batches);
    }
}
