package lantai.web.appraisal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.hold.Hold;
import lantai.hold.HoldCause;
import lantai.hold.HoldScope;
import lantai.hold.NewHold;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import lantai.web.security.Within;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/holds}: holds for programs. */
@Path("api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
public final class HoldApiResource {
    private final AppraisalDoors doors;

    public HoldApiResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /**
     * One page of holds.
     *
     * @param total on all pages
     */
    public record HoldsJson(long total, int page, List<HoldJson> holds) {}

    /**
     * One hold.
     *
     * @param scope {@code items}, {@code person} or {@code year}
     * @param items how many records it covers now
     * @param releasedAt when it ended; missing while it is in force
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldJson(
            UUID id,
            String cause,
            String reason,
            String owner,
            String scope,
            long items,
            @Nullable String reviewOn,
            String placedAt,
            String placedBy,
            @Nullable String releasedAt,
            @Nullable String releaseReason) {
        static HoldJson of(Hold hold) {
            return new HoldJson(
                    hold.id(),
                    hold.cause().name(),
                    hold.reason(),
                    hold.ownerName(),
                    switch (hold.scope()) {
                        case HoldScope.Items _ -> "items";
                        case HoldScope.OfPerson _ -> "person";
                        case HoldScope.OfYear _ -> "year";
                    },
                    hold.items(),
                    hold.reviewOn().map(LocalDate::toString).orElse(null),
                    hold.placedAt().toString(),
                    hold.placedBy(),
                    hold.release().map(release -> release.at().toString()).orElse(null),
                    hold.release().map(Hold.Release::reason).orElse(null));
        }
    }

    /**
     * A hold to place. One of {@code items}, {@code referenceCodes}, {@code personNumber}, {@code batch}, or {@code category} with
     * {@code year} says what it covers.
     *
     * @param cause a constant of the list of causes
     */
    public record NewHoldJson(
            @Nullable String cause,
            @Nullable String reason,
            @Nullable String reviewOn,
            @Nullable List<UUID> items,
            @Nullable List<String> referenceCodes,
            @Nullable String personNumber,
            @Nullable UUID batch,
            @Nullable String category,
            @Nullable Integer year) {
        NewHold understood(Handle handle, AppraisalDoors doors, UUID owner) {
            var cause = Form.constant(HoldCause.class, Optional.ofNullable(this.cause));
            var why = reason == null ? "" : reason;
            var review = TypedDay.REVIEW.ifAny(reviewOn);
            if (items != null) {
                return new NewHold(cause, why, owner, review, new HoldScope.Items(items));
            }
            var order = new HoldOrder(
                    cause,
                    why,
                    owner,
                    review,
                    scope(),
                    String.join("\n", referenceCodes == null ? List.of() : referenceCodes),
                    personNumber == null ? "" : personNumber,
                    category == null ? "" : category,
                    year == null ? 0 : year,
                    batch == null ? "" : batch.toString());
            return order.understood(handle, doors);
        }

        private String scope() {
            if (referenceCodes != null) {
                return "items";
            }
            if (personNumber != null) {
                return "person";
            }
            return batch != null ? "batch" : "year";
        }
    }

    /** Why a hold ends. */
    public record ReleaseJson(@Nullable String reason) {}

    /** Holds in force ({@code state=open}) or ended ({@code state=ended}), the newest first. */
    @GET
    @Needs({Right.APPRAISE, Right.HOLD})
    public HoldsJson holds(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        var open = !state.equals("ended");
        return doors.jdbi()
                .withHandle(handle -> new HoldsJson(
                        doors.holds().count(handle, open),
                        page,
                        doors.holds().list(handle, open, Pages.offset(page), AppraisalDoors.SIZE).stream()
                                .map(HoldJson::of)
                                .toList()));
    }

    /** Places a hold, owned by the caller. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.HOLD)
    public Response place(@BeanParam Visit visit, NewHoldJson wanted) {
        var owner = visit.who().account().id();
        var hold = doors.jdbi()
                .inTransaction(transaction ->
                        doors.holds().place(transaction, visit.actor(), wanted.understood(transaction, doors, owner)));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/holds/" + hold.id())
                .entity(HoldJson.of(hold))
                .build();
    }

    /** One hold. */
    @GET
    @Path("{id}")
    @Needs({Right.APPRAISE, Right.HOLD})
    public HoldJson hold(@PathParam("id") UUID id) {
        return HoldJson.of(doors.jdbi().withHandle(handle -> doors.holds().get(handle, id)));
    }

    /** Ends a hold. */
    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.HOLD)
    public HoldJson release(@BeanParam Visit visit, @PathParam("id") UUID id, ReleaseJson release) {
        return HoldJson.of(doors.jdbi().inTransaction(transaction -> {
            doors.holds()
                    .release(
                            transaction,
                            visit.actor(),
                            id,
                            Optional.ofNullable(release.reason()).orElse(""));
            return doors.holds().get(transaction, id);
        }));
    }
}
