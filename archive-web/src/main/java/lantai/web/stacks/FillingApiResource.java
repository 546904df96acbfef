package lantai.web.stacks;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.stacks.FillPlan;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/boxes/fill}: packing a whole place, for programs. */
@Path("api/v1/boxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FillingApiResource {
    private final StackDoors doors;

    public FillingApiResource(StackDoors doors) {
        this.doors = doors;
    }

    /**
     * The place to pack; at least one part is to be named.
     *
     * @param thickness of the spines, in millimetres
     */
    public record PlaceJson(
            @Nullable String fonds,
            @Nullable String category,
            @Nullable String classCode,
            @Nullable Integer year,
            int thickness) {
        Node node() {
            return new Node(text(fonds), text(category), text(classCode), Optional.ofNullable(year));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    /**
     * What packing would do.
     *
     * @param items records that would be packed
     * @param left what would stay out
     */
    public record PlanJson(int items, int pages, List<PlannedJson> boxes, List<LeftJson> left) {}

    /** A box to be packed; {@code first} and {@code last} are the codes of its ends. */
    public record PlannedJson(
            String fonds,
            String classCode,
            int year,
            String retention,
            int items,
            int pages,
            String first,
            String last) {
        static PlannedJson of(FillPlan.Planned box) {
            return new PlannedJson(
                    box.fonds(),
                    box.classCode(),
                    box.year(),
                    box.retention().code(),
                    box.items(),
                    box.pages(),
                    box.first(),
                    box.last());
        }
    }

    /**
     * Records that stay out of boxes for one reason.
     *
     * @param reason {@code BORN_DIGITAL}, {@code TO_BE_BOUND}, {@code VOLUME_OPEN}, {@code WITHOUT_PAGES},
     *     {@code WITHOUT_CLASS} or {@code BOXED}
     * @param codes the first of them
     */
    public record LeftJson(String reason, int count, List<String> codes) {
        static List<LeftJson> of(FillPlan plan) {
            return plan.out().stream()
                    .map(out -> new LeftJson(
                            out.reason().name(),
                            out.count(),
                            out.named().stream().map(FillPlan.Named::code).toList()))
                    .toList();
        }
    }

    /**
     * The boxes that were packed in one go.
     *
     * @param filling what they are undone by
     * @param boxes in the order of the plan
     * @param left what stayed out
     */
    public record FilledJson(UUID filling, List<UUID> boxes, List<LeftJson> left) {}

    /** How many boxes were unpacked. */
    public record UnpackedJson(int boxes) {}

    /** Tells what packing a place would do. */
    @POST
    @Path("fill/plan")
    @Needs(Right.KEEP_STACKS)
    public PlanJson plan(PlaceJson wanted) {
        var plan = doors.jdbi().withHandle(handle -> doors.filling().plan(handle, wanted.thickness(), wanted.node()));
        return new PlanJson(
                plan.items(),
                plan.pages(),
                plan.boxes().stream().map(PlannedJson::of).toList(),
                LeftJson.of(plan));
    }

    /** Packs everything of a place that is in no box. */
    @POST
    @Path("fill")
    @Needs(Right.KEEP_STACKS)
    public FilledJson fill(@BeanParam Visit visit, PlaceJson wanted) {
        var filled = doors.jdbi()
                .inTransaction(transaction ->
                        doors.filling().fill(transaction, visit.who(), wanted.thickness(), wanted.node()));
        return new FilledJson(filled.id(), filled.boxes(), LeftJson.of(filled.plan()));
    }

    /** Unpacks what was packed together and is not used yet. */
    @POST
    @Path("fillings/{id}/undo")
    @Needs(Right.KEEP_STACKS)
    public UnpackedJson undo(@BeanParam Visit visit, @PathParam("id") UUID filling) {
        return new UnpackedJson(
                doors.jdbi().inTransaction(transaction -> doors.filling().undo(transaction, visit.who(), filling)));
    }
}
