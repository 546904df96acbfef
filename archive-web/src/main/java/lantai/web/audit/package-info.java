/** What the audit administrator reads: who did what, when. Start at {@link lantai.web.audit.AuditResource}. */
@NullMarked
package lantai.web.audit;

import org.jspecify.annotations.NullMarked;
