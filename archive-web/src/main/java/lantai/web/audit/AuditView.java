package lantai.web.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lantai.audit.AuditAction;
import lantai.audit.AuditEntry;
import lantai.web.frame.Page;

/**
 * One page of the audit trail, newest first.
 *
 * @param rows its entries
 * @param more whether older ones follow
 */
public record AuditView(Page page, AuditQuery query, List<AuditEntry> rows, boolean more) {
    public AuditView {
        rows = List.copyOf(rows);
    }

    /** {@return all kinds of deeds, for the filter} */
    public List<AuditAction> actions() {
        return List.of(AuditAction.values());
    }

    /** {@return the cursor of the next page} */
    public long last() {
        return rows.getLast().id();
    }

    /** {@return what was touched, in words} */
    public String subject(AuditEntry entry) {
        var key = "audit.subject." + entry.subjectType();
        return page.text().has(key) ? page.say(key) : entry.subjectType();
    }

    /** {@return the details of an entry in a fixed order} */
    public String detail(AuditEntry entry) {
        Map<String, String> sorted = new TreeMap<>(entry.detail());
        return sorted.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(Collectors.joining(" · "));
    }
}
