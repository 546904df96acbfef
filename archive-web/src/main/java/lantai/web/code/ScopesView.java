package lantai.web.code;

import java.util.List;
import java.util.Optional;
import lantai.record.CodeChange;
import lantai.record.CodeGaps;
import lantai.web.frame.Page;

/**
 * All scopes, and the renumberings that wait.
 *
 * @param counted what the numbers are given to
 * @param scopes one more than a page when another follows
 * @param number of this page, from 1
 * @param reader sign-in name of the reader, who does not decide on his own proposals
 * @param error why the last try failed
 */
public record ScopesView(
        Page page,
        CodeGaps.Counted counted,
        List<CodeGaps.Scope> scopes,
        int number,
        List<CodeChange> waiting,
        String reader,
        Optional<String> error) {
    public ScopesView {
        scopes = List.copyOf(scopes);
        waiting = List.copyOf(waiting);
    }

    /** {@return the scopes of this page} */
    public List<CodeGaps.Scope> shown() {
        return scopes.stream().limit(CodeDoors.SIZE).toList();
    }

    /** {@return whether another page follows} */
    public boolean more() {
        return scopes.size() > CodeDoors.SIZE;
    }
}
