package lantai.web.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import lantai.account.SignedIn;
import lantai.ingest.workflow.Lateness;
import lantai.ingest.workflow.WorkflowDesk;
import lantai.web.frame.Waiting;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts the late batches that a person has to be told of. What is late is looked up once a minute, not for each page. */
public final class WorkflowWaiting implements Waiting {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final WorkflowDesk desk;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    public WorkflowWaiting(Jdbi jdbi, WorkflowDesk desk, InstantSource clock) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.clock = clock;
    }

    private record Known(Instant at, Lateness lateness) {}

    @Override
    public Map<String, Long> count(SignedIn who) {
        if (!who.may(WorkflowResource.rights())) {
            return Map.of();
        }
        var last = known;
        if (last == null || last.at().plus(FRESH).isBefore(clock.instant())) {
            last = new Known(clock.instant(), jdbi.withHandle(desk::lateness));
            known = last;
        }
        return Map.of("/workflow", last.lateness().concerning(who));
    }
}
