package lantai.web.code;

import java.util.List;
import java.util.Optional;
import lantai.record.CodeGaps;
import lantai.web.frame.Page;

/**
 * The gaps of one scope.
 *
 * @param counted what the numbers are given to
 * @param gaps one more than a page when another follows
 * @param after the number above which this page begins
 * @param error why the last try failed
 */
public record GapsView(
        Page page, CodeGaps.Counted counted, String scope, List<CodeGaps.Gap> gaps, int after, Optional<String> error) {
    public GapsView {
        gaps = List.copyOf(gaps);
    }

    /** {@return the gaps of this page} */
    public List<CodeGaps.Gap> shown() {
        return gaps.stream().limit(CodeDoors.SIZE).toList();
    }

    /** {@return where the next page begins, if there is one} */
    public Optional<Integer> next() {
        return gaps.size() > CodeDoors.SIZE ? Optional.of(shown().getLast().last()) : Optional.empty();
    }
}
