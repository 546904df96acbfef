package lantai.web.stacks;

import java.util.List;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.access.VisibleItems;
import lantai.account.SignedIn;
import lantai.stacks.FillPlan;
import org.jdbi.v3.core.Handle;

/**
 * Records that stay out of boxes for one reason.
 *
 * @param named the first of them by code
 */
public record Left(FillPlan.Reason reason, int count, List<Named> named) {
    public Left {
        named = List.copyOf(named);
    }

    /**
     * A record that is named.
     *
     * @param seen whether the reader may open it
     */
    public record Named(UUID id, String code, boolean seen) {}

    /** {@return the same for a reader: what he may open is told apart} */
    static List<Left> of(Handle handle, SignedIn who, List<FillPlan.Out> out) {
        var seen = new VisibleItems()
                .among(
                        handle,
                        Viewer.visibility(who),
                        out.stream()
                                .flatMap(each -> each.named().stream())
                                .map(FillPlan.Named::id)
                                .toList());
        return out.stream()
                .map(each -> new Left(
                        each.reason(),
                        each.count(),
                        each.named().stream()
                                .map(one -> new Named(one.id(), one.code(), seen.contains(one.id())))
                                .toList()))
                .toList();
    }
}
