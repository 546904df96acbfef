package lantai.web.code;

import java.util.List;
import java.util.Optional;
import lantai.record.CodeChange;
import lantai.record.CodeGaps;
import lantai.web.frame.Page;

/**
 * All scopes, and the renumberings that wait.
 *
 * @param reader sign-in name of the reader, who does not decide on his own proposals
 * @param error why the last try failed
 */
public record ScopesView(
        Page page, List<CodeGaps.Scope> scopes, List<CodeChange> waiting, String reader, Optional<String> error) {
    public ScopesView {
        scopes = List.copyOf(scopes);
        waiting = List.copyOf(waiting);
    }
}
