package lantai.web.operator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import lantai.web.operator.CheckResult.Status;
import lantai.web.security.Open;

/** {@code /health}: 200 when UP, 503 when DOWN; for balancers, supervisors and people, so without sign-in. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final List<HealthCheck> checks;

    public HealthResource(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** May people be sent here? */
    @GET
    @Open
    @Path("ready")
    public Response ready() {
        return answer(Health.of(checks.stream().map(HealthCheck::check).toList()));
    }

    /** Does the process answer at all? */
    @GET
    @Open
    @Path("live")
    public Response live() {
        return answer(Health.of(List.of()));
    }

    private static Response answer(Health health) {
        var noStore = new CacheControl();
        noStore.setNoStore(true);
        return Response.status(health.status() == Status.UP ? 200 : 503)
                .cacheControl(noStore)
                .entity(health)
                .build();
    }
}
