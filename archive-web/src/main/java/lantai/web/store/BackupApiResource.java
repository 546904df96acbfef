package lantai.web.store;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantai.account.Right;
import lantai.backup.BackupDesk;
import lantai.backup.BackupRun;
import lantai.problem.NotFound;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/backups}: backups, for programs. */
@Path("api/v1/backups")
@Produces(MediaType.APPLICATION_JSON)
public final class BackupApiResource {
    private static final int SHOWN = 100;

    private final BackupDesk desk;

    public BackupApiResource(BackupDesk desk) {
        this.desk = desk;
    }

    /**
     * A backup. Moments are in UTC.
     *
     * @param recoveryPoint everything committed before it comes back
     * @param bytesWritten that were not in the place before
     * @param failure why it failed; empty when it did not
     */
    public record BackupJson(
            UUID id,
            String place,
            String orderedAt,
            String orderedBy,
            @Nullable String startedAt,
            @Nullable String endedAt,
            @Nullable String recoveryPoint,
            String name,
            int files,
            int objects,
            long bytesWritten,
            String failure) {
        static BackupJson of(BackupRun run) {
            return new BackupJson(
                    run.id(),
                    run.place(),
                    run.orderedAt().toString(),
                    run.orderedBy(),
                    run.startedAt().map(Instant::toString).orElse(null),
                    run.endedAt().map(Instant::toString).orElse(null),
                    run.point().map(Instant::toString).orElse(null),
                    run.name(),
                    run.files(),
                    run.objects(),
                    run.written(),
                    run.failure());
        }
    }

    /** The newest hundred, by the time of their order. */
    @GET
    @Needs(Right.OPERATE)
    public List<BackupJson> list() {
        return desk.runs().newest(SHOWN).stream().map(BackupJson::of).toList();
    }

    /** One backup. */
    @GET
    @Path("{id}")
    @Needs(Right.OPERATE)
    public BackupJson get(@PathParam("id") UUID id) {
        return desk.runs().find(id).map(BackupJson::of).orElseThrow(() -> new NotFound(RequestProblem.NOT_FOUND));
    }

    /** Has the archive backed up now; the one that is to come. */
    @POST
    @Needs(Right.OPERATE)
    public BackupJson order(@BeanParam Visit visit) {
        return BackupJson.of(desk.order(visit.actor()));
    }
}
