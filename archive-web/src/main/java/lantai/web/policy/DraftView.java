package lantai.web.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lantai.policy.PolicyDraft;
import lantai.web.frame.Page;

/**
 * A draft on its way.
 *
 * @param faults what keeps it from being submitted, in sentences
 * @param remarks where it does not agree with other rules; nothing for a rule that is compared with no other
 * @param changes what it changes
 * @param mayWrite whether the reader may write in it
 * @param mayDecide whether the reader may approve or return it
 * @param approvers the roles that may approve it
 * @param today the first day that it can hold from
 * @param typed reason and day as typed at a failed try
 * @param error why what was tried cannot be done
 */
public record DraftView(
        Page page,
        PolicyDraft draft,
        Sheet sheet,
        List<String> faults,
        Optional<List<String>> remarks,
        List<ChangeLine> changes,
        boolean mayWrite,
        boolean mayDecide,
        String approvers,
        LocalDate today,
        Typed typed,
        Optional<String> error) {
    /** What stood in the fields of a failed try. */
    public record Typed(String reason, String effectiveOn) {}

    public DraftView {
        faults = List.copyOf(faults);
        changes = List.copyOf(changes);
    }
}
