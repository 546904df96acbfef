package lantai.web.appraisal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.Subject;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;

/** {@code /appraisal/lists}: destruction lists and their certificates, to look at. */
@Path("appraisal")
@Produces(MediaType.TEXT_HTML)
public final class ListResource {
    private final AppraisalDoors doors;

    public ListResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /** All destruction lists. */
    @GET
    @Path("lists")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public View lists(@BeanParam Visit visit, @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "appraisal/lists.jte",
                        new ListsView(
                                visit.page(visit.text().say("appraisal.lists")),
                                doors.destruction().list(handle, Pages.offset(page), AppraisalDoors.SIZE),
                                new Pages(page, doors.destruction().count(handle)))));
    }

    /** One list. */
    @GET
    @Path("lists/{id}")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public View list(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return show(doors, visit, id, page, Optional.empty());
    }

    /** The certificate of a list. */
    @GET
    @Path("lists/{id}/certificate")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public View certificate(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var view = doors.jdbi().withHandle(handle -> {
            var list = doors.destruction().get(handle, id);
            return CertificateView.of(
                    visit.page(visit.text().say("appraisal.certificate")),
                    list,
                    doors.destruction().certificate(handle, id));
        });
        doors.read(
                visit.actor(), Subject.of("destruction-list", id), view.list().records());
        return new View("appraisal/certificate.jte", view);
    }

    static View show(AppraisalDoors doors, Visit visit, UUID id, int page, Optional<String> error) {
        var view = doors.jdbi().withHandle(handle -> {
            var list = doors.destruction().get(handle, id);
            return new ListView(
                    visit.page(visit.text().say("appraisal.list.title", list.number())),
                    list,
                    doors.destruction().entries(handle, id, Pages.offset(page), AppraisalDoors.SIZE),
                    doors.destruction().hindrances(handle, id),
                    new Pages(page, list.records()),
                    ListPeople.of(doors, handle, list),
                    error);
        });
        doors.read(
                visit.actor(),
                Subject.of("destruction-list", id),
                view.entries().size());
        return new View("appraisal/list.jte", view);
    }
}
