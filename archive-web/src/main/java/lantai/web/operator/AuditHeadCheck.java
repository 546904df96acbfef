package lantai.web.operator;

import java.time.Duration;
import java.util.LinkedHashMap;
import lantai.audit.HeadFolder;
import lantai.audit.HeadMaker;
import lantai.problem.ArchiveException;
import org.jdbi.v3.core.JdbiException;

/**
 * Which head of the audit trail was exported last, and whether the next one is late. People can work without it, so a late or
 * unreadable head is told but does not take the node out of service.
 */
public final class AuditHeadCheck implements HealthCheck {
    private static final String NAME = "audit-heads";

    private final HeadFolder folder;
    private final HeadMaker maker;

    public AuditHeadCheck(HeadFolder folder, HeadMaker maker) {
        this.folder = folder;
        this.maker = maker;
    }

    @Override
    public CheckResult check() {
        var data = new LinkedHashMap<String, String>();
        try {
            folder.last().ifPresent(head -> {
                data.put("entries", Long.toString(head.size()));
                data.put("time", head.time().toString());
            });
            maker.waiting().map(Duration::toSeconds).ifPresent(seconds -> data.put("waitingSeconds", "" + seconds));
            data.put("late", Boolean.toString(maker.isLate()));
        } catch (ArchiveException | JdbiException unreadable) {
            data.put("late", "unknown");
        }
        return CheckResult.up(NAME, data);
    }
}
