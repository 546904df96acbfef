package lantai.web.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * @param error what is wrong with what was typed into the filter
 */
public record AuditView(Page page, AuditQuery query, List<AuditEntry> rows, boolean more, Optional<String> error) {
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
        return word("audit.subject." + entry.subjectType(), entry.subjectType());
    }

    /** {@return the details of an entry in a fixed order, in words as far as there are any} */
    public String detail(AuditEntry entry) {
        return new TreeMap<>(entry.detail())
                .entrySet().stream()
                        .filter(detail -> !detail.getValue().isEmpty())
                        .map(detail -> word("audit.detail." + detail.getKey(), detail.getKey())
                                + page.say("audit.colon")
                                + value(detail.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    private String value(String value) {
        return Arrays.stream(value.split(",\\s*", -1))
                .map(part -> word("account.role." + part, word("audit.value." + part, part)))
                .collect(Collectors.joining(page.say("account.role.between")));
    }

    private String word(String key, String otherwise) {
        return page.text().has(key) ? page.say(key) : otherwise;
    }
}
