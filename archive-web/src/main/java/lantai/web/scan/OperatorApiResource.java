package lantai.web.scan;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lantai.account.Right;
import lantai.ingest.scan.HandOverDesk.Count;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/scans/operators}: what each operator scanned, day by day, for programs. */
@Path("api/v1/scans/operators")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorApiResource {
    private static final int USUAL_DAYS = 30;

    private final AcceptanceDoors doors;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone the agency's time zone, in which a day begins */
    public OperatorApiResource(AcceptanceDoors doors, InstantSource clock, ZoneId zone) {
        this.doors = doors;
        this.clock = clock;
        this.zone = zone;
    }

    /** What operators scanned from one day to another, both included. */
    public record OperatorsJson(String from, String to, List<OperatorJson> operators) {}

    /**
     * What one operator scanned on one day.
     *
     * @param operator as the sender named him, else who delivered the batch, else empty
     * @param source the way the batch came
     * @param findings faults found on the pages, {@code dismissed} of them let pass
     * @param rescans pages that were scanned again
     */
    public record OperatorJson(
            String operator,
            String source,
            String day,
            int batches,
            int files,
            int pages,
            int findings,
            int dismissed,
            int rescans) {
        static OperatorJson of(Count count) {
            return new OperatorJson(
                    count.operator(),
                    count.source(),
                    count.day().toString(),
                    count.batches(),
                    count.files(),
                    count.pages(),
                    count.findings(),
                    count.dismissed(),
                    count.rescans());
        }
    }

    /** The counts, the last day first; of the last thirty days unless others are asked for. */
    @GET
    @Needs({Right.REVIEW, Right.FILE})
    public OperatorsJson operators(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        var last = TypedDay.UNTIL.ifAny(to).orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
        var first = TypedDay.FROM.ifAny(from).orElseGet(() -> last.minusDays(USUAL_DAYS));
        var counts = doors.jdbi().withHandle(handle -> doors.handOvers().counts(handle, first, last, zone));
        return new OperatorsJson(
                first.toString(),
                last.toString(),
                counts.stream().map(OperatorJson::of).toList());
    }
}
