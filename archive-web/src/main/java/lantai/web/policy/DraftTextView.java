package lantai.web.policy;

import java.util.Optional;
import lantai.policy.PolicyDraft;
import lantai.web.frame.Page;

/**
 * A draft as text, for experts.
 *
 * @param text its JSON in readable lines, or what was typed
 * @param error why what was typed cannot be taken
 */
public record DraftTextView(Page page, PolicyDraft draft, String text, Optional<String> error) {}
