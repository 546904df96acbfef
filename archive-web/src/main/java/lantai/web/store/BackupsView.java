package lantai.web.store;

import java.util.List;
import java.util.Optional;
import lantai.backup.BackupPlan;
import lantai.backup.BackupRun;
import lantai.web.frame.Page;

/**
 * What was backed up.
 *
 * @param late whether the newest backup is older than it should be
 * @param newest the newest one that stands
 * @param runs all that were ordered, newest first
 */
public record BackupsView(Page page, BackupPlan plan, boolean late, Optional<BackupRun> newest, List<BackupRun> runs) {
    private static final long MEGABYTE = 1_000_000;

    public BackupsView {
        runs = List.copyOf(runs);
    }

    /** {@return whose deed a backup is, as people say it} */
    public String by(BackupRun run) {
        return switch (run.orderedBy()) {
            case "clock" -> page.say("store.backup.by.clock");
            case "operator" -> page.say("store.backup.by.operator");
            default -> run.orderedBy();
        };
    }

    /** {@return what a backup has written, in megabytes} */
    public static long megabytes(BackupRun run) {
        return Math.ceilDiv(run.written(), MEGABYTE);
    }
}
