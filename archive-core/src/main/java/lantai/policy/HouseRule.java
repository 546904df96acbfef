package lantai.policy;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One kind of rule of the house, told by the feature that owns it: how it looks and what makes it valid. Thread-safe. */
public interface HouseRule {
    /** {@return its name in the policy centre, for example {@code document-kinds}} */
    String name();

    /** {@return how it looks to the archivist who edits it} */
    RuleForm form();

    /**
     * What in a draft the feature cannot work with, beyond what its form shows already.
     *
     * @param content fits the form
     * @return nothing when it is valid
     */
    List<RuleFault> faults(Handle handle, RuleContent content);

    /**
     * What in a version does not agree with other rules of the house. It keeps nobody from approving it, because of two rules one
     * must come first.
     *
     * @return empty when it is compared with no other rule
     */
    default Optional<List<RuleFault>> remarks(Handle handle, RuleContent content) {
        return Optional.empty();
    }

    /** Forgets what was remembered of the version before. Called after a new one has been approved. */
    default void changed() {}
}
