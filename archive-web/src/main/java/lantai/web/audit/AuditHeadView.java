package lantai.web.audit;

import java.util.List;
import lantai.audit.SignedHead;
import lantai.web.frame.Page;

/**
 * The heads of the audit trail, newest first.
 *
 * @param folder where they are exported to
 * @param late whether an entry has waited too long for its head
 */
public record AuditHeadView(Page page, List<SignedHead> heads, String folder, boolean late) {
    public AuditHeadView {
        heads = List.copyOf(heads);
    }
}
