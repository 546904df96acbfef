package lantai.web.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import lantai.web.security.Open;
import org.jspecify.annotations.Nullable;

/**
 * {@code /openapi}: how other systems speak to the archive. It tells no secret and nothing of the records, so no sign-in is
 * needed. Put together when it is first asked for.
 */
@Path("openapi")
public final class OpenApiResource {
    private final AtomicReference<byte @Nullable []> made = new AtomicReference<>();

    /** The document as JSON. */
    @GET
    @Open
    @Produces(MediaType.APPLICATION_JSON)
    public Response document() {
        var document = made.updateAndGet(known -> known != null
                ? known
                : new OpenApiDocument().json().toPrettyString().getBytes(StandardCharsets.UTF_8));
        return Response.ok(document)
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}
