package lantai.web.store;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import lantai.account.Right;
import lantai.storage.Scrub;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/scrubs}: reading everything that is stored again, for programs. */
@Path("api/v1/scrubs")
@Produces(MediaType.APPLICATION_JSON)
public final class StoreApiResource {
    private final ScrubOrders orders;

    public StoreApiResource(StoreDoors doors) {
        this.orders = new ScrubOrders(doors);
    }

    /**
     * A reading to be ordered.
     *
     * @param location its name; all of them when it is missing
     */
    public record ScrubOrderJson(@Nullable String location) {}

    /**
     * A reading.
     *
     * @param expected how many objects were known when it began
     * @param objects how many have been read
     * @param sm3Files how many of the files were read through SM3 as well
     * @param report the OCFL id of the report, empty until it is done
     * @param findings what was found; in the answer for a single reading only
     */
    public record ScrubJson(
            UUID id,
            String location,
            boolean done,
            boolean ok,
            String startedAt,
            long expected,
            long objects,
            long files,
            long bytes,
            long sm3Files,
            String report,
            List<FindingJson> findings) {
        static ScrubJson of(Scrub.Report report) {
            var scrub = report.scrub();
            return new ScrubJson(
                    scrub.id(),
                    scrub.location(),
                    scrub.isDone(),
                    report.ok(),
                    scrub.startedAt().toString(),
                    scrub.expected(),
                    scrub.objects(),
                    scrub.files(),
                    scrub.bytes(),
                    scrub.sm3Files(),
                    scrub.report(),
                    report.findings().stream().map(FindingJson::of).toList());
        }
    }

    /** Something that was found. */
    public record FindingJson(String object, String path, String fault, String detail, String foundAt, boolean mended) {
        static FindingJson of(Scrub.Finding finding) {
            return new FindingJson(
                    finding.objectId(),
                    finding.path(),
                    finding.fault(),
                    finding.detail(),
                    finding.at().toString(),
                    finding.mended());
        }
    }

    /** Has locations read now; {@return the readings that are going on} */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.OPERATE)
    public List<ScrubJson> order(@BeanParam Visit visit, ScrubOrderJson order) {
        var location = order.location();
        return orders.order(visit.actor(), location == null ? "" : location).stream()
                .map(scrub -> ScrubJson.of(orders.report(scrub.id())))
                .toList();
    }

    /** {@return one reading with what was found} */
    @GET
    @Path("{id}")
    @Needs(Right.OPERATE)
    public ScrubJson report(@PathParam("id") UUID id) {
        return ScrubJson.of(orders.report(id));
    }
}
