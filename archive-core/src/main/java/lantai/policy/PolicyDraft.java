package lantai.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a rule on its way to approval. One rule has at most one open draft.
 *
 * @param name which rule
 * @param base the version it was made from
 * @param revision grows with each change; who submits or approves names the revision he has seen
 * @param content the rule as JSON
 * @param authors sign-in names of all who wrote in it, the first one first
 * @param reason why the rule is changed; empty until it is submitted
 * @param effectiveOn the first day it is to hold
 * @param submittedBy who submitted it last
 * @param decidedBy who approved, returned or withdrew it last
 * @param decision why it was returned or withdrawn; empty otherwise
 */
public record PolicyDraft(
        UUID id,
        String name,
        int base,
        int revision,
        DraftState state,
        String content,
        List<String> authors,
        Instant changedAt,
        String reason,
        Optional<LocalDate> effectiveOn,
        Optional<String> submittedBy,
        Optional<String> decidedBy,
        String decision) {
    public PolicyDraft {
        authors = List.copyOf(authors);
    }

    /** {@return whether the person wrote in it or submitted it} */
    public boolean isWorkOf(String person) {
        return authors.contains(person) || submittedBy.filter(person::equals).isPresent();
    }
}
