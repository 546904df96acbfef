package lantai.web.account;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.AccountRegister.Filter;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /departments}: the departments of the agency. */
@Path("departments")
@Produces(MediaType.TEXT_HTML)
public final class DepartmentResource {
    private final People people;

    public DepartmentResource(People people) {
        this.people = people;
    }

    /** All of them. */
    @GET
    @Needs(Right.MANAGE_ACCOUNTS)
    public View list(@BeanParam Visit visit) {
        return view(visit, "", Optional.empty());
    }

    /** A new one. */
    @POST
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response add(@BeanParam Visit visit, @FormParam("name") @DefaultValue("") String name) {
        return done(
                visit,
                name,
                "account.said.department-added",
                transaction -> people.departments().add(transaction, visit.actor(), name));
    }

    /** Another name, or out of use and back. */
    @POST
    @Path("{id}")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response change(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("disabled") @DefaultValue("false") boolean disabled) {
        return done(
                visit,
                "",
                "account.said.department-changed",
                transaction -> people.departments().change(transaction, visit.actor(), id, name, disabled));
    }

    private Response done(Visit visit, String typed, String said, Consumer<Handle> deed) {
        try {
            people.jdbi().useTransaction(deed::accept);
            return visit.seeOther("/departments", visit.text().say(said));
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(view(visit, typed, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
    }

    private View view(Visit visit, String typed, Optional<String> error) {
        return people.jdbi().withHandle(handle -> {
            var departments = people.departments().list(handle);
            var counts = new HashMap<UUID, Long>();
            departments.forEach(department ->
                    counts.put(department.id(), people.accounts().count(handle, in(department.id()))));
            var page = visit.page(visit.text().say("account.departments"));
            return new View("account/departments.jte", new DepartmentsView(page, departments, counts, typed, error));
        });
    }

    private static Filter in(UUID department) {
        return new Filter(
                Optional.empty(), Optional.of(department), Optional.empty(), Optional.of(false), Optional.empty(), 1);
    }
}
