package lantai.web.inbox;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.intake.UploadDesk;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jspecify.annotations.Nullable;

/** Uploads in pieces over the interface. After a cut, the state tells where to go on. */
@Path("/api/v1/uploads/{upload}")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadApiResource {
    private final Inbox inbox;
    private final Teller teller;
    private final Arrival arrival;

    public UploadApiResource(Inbox inbox) {
        this.inbox = inbox;
        this.teller = new Teller(inbox);
        this.arrival = new Arrival(inbox);
    }

    /** Tells how far an upload has come. */
    @GET
    @Needs(Right.RECEIVE)
    public Response get(@BeanParam Visit visit, @PathParam("upload") UUID id) {
        return told(visit, inbox.uploads().state(visit.who(), id));
    }

    /** Tells how far an upload has come, in the head of the answer. */
    @HEAD
    @Needs(Right.RECEIVE)
    public Response head(@BeanParam Visit visit, @PathParam("upload") UUID id) {
        return get(visit, id);
    }

    /** Takes the next piece. */
    @PUT
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.WILDCARD)
    public Response put(
            @BeanParam Visit visit,
            @PathParam("upload") UUID id,
            @HeaderParam("Upload-Offset") @Nullable Long offset,
            InputStream bytes) {
        if (offset == null) {
            throw new Malformed(RequestProblem.PARAMETER_EMPTY, "Upload-Offset");
        }
        return told(visit, arrival.piece(visit.who(), id, offset, bytes));
    }

    /** Takes the next piece. */
    @PATCH
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.WILDCARD)
    public Response patch(
            @BeanParam Visit visit,
            @PathParam("upload") UUID id,
            @HeaderParam("Upload-Offset") @Nullable Long offset,
            InputStream bytes) {
        return put(visit, id, offset, bytes);
    }

    private Response told(Visit visit, UploadDesk.State state) {
        return Response.ok(teller.upload(visit, state))
                .header("Upload-Offset", state.arrived())
                .header("Upload-Length", state.length())
                .build();
    }
}
