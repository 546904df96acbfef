package lantai.check;

import java.time.Duration;
import java.time.InstantSource;
import lantai.audit.AuditChain;
import org.jdbi.v3.core.Jdbi;

/** The items that look at the archive itself, once in a run. */
final class HouseChecks {
    private final AuditChain chain;
    private final Viruses viruses;
    private final Backups backups;
    private final InstantSource clock;

    HouseChecks(Jdbi jdbi, Viruses viruses, Backups backups, InstantSource clock) {
        this.chain = new AuditChain(jdbi);
        this.viruses = viruses;
        this.backups = backups;
        this.clock = clock;
    }

    Judgement look(Rule rule, CheckPolicy policy) {
        return switch (rule) {
            case SCANNER -> viruses.fresh(clock.instant(), policy.scannerDays());
            case AUDIT_TRAIL ->
                chain.firstBreak()
                        .map(position -> Judgement.failed("audit-broken", position))
                        .orElseGet(Judgement::passed);
            case BACKUP -> backup(policy);
            default -> Judgement.manual();
        };
    }

    private Judgement backup(CheckPolicy policy) {
        var last = backups.last();
        if (last.isEmpty()) {
            return Judgement.notRun("no-backup-known");
        }
        var days = Duration.between(last.get(), clock.instant()).toDays();
        return days <= policy.backupDays()
                ? Judgement.passed()
                : Judgement.failed("backup-old", days, policy.backupDays());
    }
}
