package lantai.web.operator;

import java.util.LinkedHashMap;
import lantai.backup.BackupDesk;
import lantai.backup.BackupRun;
import org.jdbi.v3.core.JdbiException;

/** When the archive was backed up last. People can work without it, so a late backup is told but does not take the node out of service. */
public final class BackupCheck implements HealthCheck {
    private static final String NAME = "backup";

    private final BackupDesk desk;

    public BackupCheck(BackupDesk desk) {
        this.desk = desk;
    }

    @Override
    public CheckResult check() {
        var data = new LinkedHashMap<String, String>();
        data.put("place", desk.plan().place().isPresent() ? "set" : "none");
        try {
            desk.runs()
                    .newestGood()
                    .flatMap(BackupRun::point)
                    .ifPresent(point -> data.put("recoveryPoint", point.toString()));
            data.put("late", Boolean.toString(desk.isLate()));
        } catch (JdbiException unreadable) {
            data.put("late", "unknown");
        }
        return CheckResult.up(NAME, data);
    }
}
