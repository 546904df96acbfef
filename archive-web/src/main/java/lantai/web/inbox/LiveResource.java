package lantai.web.inbox;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import lantai.account.Right;
import lantai.ingest.intake.BatchScope;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** Tells open pages which batches have changed, as server-sent events. */
@Path("/inbox/events")
public final class LiveResource {
    private final LiveBatches live;

    public LiveResource(LiveBatches live) {
        this.live = live;
    }

    /** Begins to tell. */
    @GET
    @Needs(Right.RECEIVE)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(@BeanParam Visit visit, @Context SseEventSink sink, @Context Sse sse) {
        live.listen(sink, sse, BatchScope.of(visit.who()));
    }
}
