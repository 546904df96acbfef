package lantai.web.description;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.description.DescriptionEdit;
import lantai.description.RelationKind;
import lantai.description.Tie;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /items/ID/description}: a filed record is described anew; its versions side by side; its relations. */
@Path("items/{id}")
@Produces(MediaType.TEXT_HTML)
public final class DescriptionResource {
    private final DescriptionDoors doors;
    private final DescriptionForm form;

    public DescriptionResource(DescriptionDoors doors) {
        this.doors = doors;
        this.form = new DescriptionForm(doors);
    }

    /** The form, filled with what is said now. */
    @GET
    @Path("description")
    @Needs(Right.FILE)
    public View form(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return new View("description/form.jte", form.fresh(visit, doors.opened(visit.who(), id)));
    }

    /** Writes a new version. */
    @POST
    @Path("description")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.FILE)
    public Response save(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var typed = Typed.of(sent);
        doors.shelf().open(visit.who(), id);
        try {
            var version = doors.jdbi()
                    .inTransaction(transaction -> doors.desk()
                            .change(
                                    transaction,
                                    visit.who(),
                                    id,
                                    new DescriptionEdit(typed.seen(), typed.values(), typed.reason())));
            return visit.seeOther("/items/" + id, visit.text().say("description.saved", version.number()));
        } catch (Malformed | Refused failure) {
            var opened = doors.shelf().open(visit.who(), id);
            return Response.status(Response.Status.CONFLICT)
                    .entity(new View("description/form.jte", form.again(visit, opened, typed, failure)))
                    .build();
        }
    }

    /** All versions, two of them side by side: by default the newest and the one before. */
    @GET
    @Path("versions")
    @Needs(Right.SEARCH)
    public View versions(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("before") @DefaultValue("0") long before,
            @QueryParam("after") @DefaultValue("0") long after) {
        var item = doors.opened(visit.who(), id).item();
        return doors.jdbi().withHandle(handle -> {
            var all = doors.desk().versions(handle, item);
            return new View(
                    "description/versions.jte",
                    new VersionsView(
                            visit.page(visit.text().say("description.versions")),
                            item,
                            all,
                            before == 0
                                    ? all.get(Math.min(1, all.size() - 1))
                                    : doors.desk().version(handle, item, before),
                            after == 0 ? all.getFirst() : doors.desk().version(handle, item, after),
                            doors.desk().demands(handle, item),
                            doors.desk().names(handle)));
        });
    }

    /** Relates the record to another. */
    @POST
    @Path("relations")
    @Needs(Right.FILE)
    public Response relate(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("seen") long seen,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("reason") @DefaultValue("") String reason) {
        doors.shelf().open(visit.who(), id);
        try {
            doors.jdbi().useTransaction(transaction -> {
                var other = doors.byCode(transaction, visit.who(), code);
                doors.desk().relate(transaction, visit.who(), id, seen, tie(kind, other.id()), reason);
            });
        } catch (Malformed | Refused | NotFound failure) {
            return notRelated(visit, id, failure, new RelationView.Typed(kind, code, reason));
        }
        return visit.seeOther("/items/" + id, visit.text().say("description.related"));
    }

    /** The form for a relation, and the relations that may be taken away. */
    @GET
    @Path("relations")
    @Needs(Right.FILE)
    public View relations(@BeanParam Visit visit, @PathParam("id") UUID id) {
        doors.opened(visit.who(), id);
        return relations(visit, id, RelationView.Typed.NONE, Optional.empty());
    }

    /** Takes a relation away. */
    @POST
    @Path("relations/remove")
    @Needs(Right.FILE)
    public Response unrelate(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("seen") long seen,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("other") UUID other,
            @FormParam("reason") @DefaultValue("") String reason) {
        doors.shelf().open(visit.who(), id);
        try {
            doors.jdbi()
                    .useTransaction(transaction ->
                            doors.desk().unrelate(transaction, visit.who(), id, seen, tie(kind, other), reason));
        } catch (Malformed | Refused failure) {
            return notRelated(visit, id, failure, RelationView.Typed.NONE);
        }
        return visit.seeOther("/items/" + id, visit.text().say("description.unrelated"));
    }

    private Response notRelated(Visit visit, UUID id, ArchiveException failure, RelationView.Typed typed) {
        return Response.status(Response.Status.CONFLICT)
                .entity(relations(visit, id, typed, Optional.of(ProblemText.of(visit.text(), failure))))
                .build();
    }

    private View relations(Visit visit, UUID id, RelationView.Typed typed, Optional<String> error) {
        var item = doors.shelf().open(visit.who(), id).item();
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "description/relations.jte",
                        new RelationView(
                                visit.page(visit.text().say("description.relations")),
                                item,
                                RelationView.lines(handle, doors, visit.who(), item),
                                typed,
                                error)));
    }

    private static Tie tie(String kind, UUID other) {
        return new Tie(
                RelationKind.of(kind).orElseThrow(() -> new Malformed(DescriptionWebProblem.NO_SUCH_RELATION, kind)),
                true,
                other);
    }
}
