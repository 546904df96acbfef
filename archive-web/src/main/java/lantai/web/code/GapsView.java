package lantai.web.code;

import java.util.List;
import java.util.Optional;
import lantai.record.CodeGaps;
import lantai.web.frame.Page;

/**
 * The gaps of one scope.
 *
 * @param error why the last try failed
 */
public record GapsView(Page page, String scope, List<CodeGaps.Gap> gaps, Optional<String> error) {
    public GapsView {
        gaps = List.copyOf(gaps);
    }
}
