package lantai.web.policy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lantai.account.Right;
import lantai.policy.DraftDesk.Seen;
import lantai.policy.PolicyDraft;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /policies/{name}/draft/rows/…}: the rows of a draft, one form for each, so that a mistake is told at its field. */
@Path("policies")
@Produces(MediaType.TEXT_HTML)
public final class RowResource {
    private static final String COLUMN = "cell:";

    private final PolicyDoors doors;
    private final DraftPages pages;

    public RowResource(PolicyDoors doors) {
        this.doors = doors;
        this.pages = new DraftPages(doors);
    }

    /** One row to be changed, or a new one. */
    @GET
    @Path("{name}/draft/rows/{table}/{row}")
    @Needs(Right.MANAGE_POLICY)
    public View row(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @PathParam("table") String table,
            @PathParam("row") String row) {
        return show(visit, name, (form, draft) -> RowPlace.of(form, draft, table, row));
    }

    /** The single values to be changed. */
    @GET
    @Path("{name}/draft/fields")
    @Needs(Right.MANAGE_POLICY)
    public View fields(@BeanParam Visit visit, @PathParam("name") String name) {
        return show(visit, name, (form, _) -> RowPlace.fields(form));
    }

    /** Writes a row. */
    @POST
    @Path("{name}/draft/rows/{table}/{row}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.MANAGE_POLICY)
    public Response write(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @PathParam("table") String table,
            @PathParam("row") String row,
            MultivaluedMap<String, String> form) {
        return write(visit, name, form, (shown, draft) -> RowPlace.of(shown, draft, table, row));
    }

    /** Writes the single values. */
    @POST
    @Path("{name}/draft/fields")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.MANAGE_POLICY)
    public Response writeFields(
            @BeanParam Visit visit, @PathParam("name") String name, MultivaluedMap<String, String> form) {
        return write(visit, name, form, (shown, _) -> RowPlace.fields(shown));
    }

    /** Takes a row out. */
    @POST
    @Path("{name}/draft/rows/{table}/{row}/remove")
    @Needs(Right.MANAGE_POLICY)
    public Response remove(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @PathParam("table") String table,
            @PathParam("row") String row,
            @FormParam("revision") int revision) {
        doors.jdbi().useTransaction(transaction -> {
            var draft = doors.drafts().get(transaction, name);
            var place = RowPlace.of(form(transaction, draft), draft, table, row);
            var content =
                    RuleContent.parse(draft.content()).withoutRow(place.table().orElseThrow(), place.row());
            doors.drafts().edit(transaction, visit.who(), new Seen(name, revision), content);
        });
        return visit.seeOther(DraftResource.path(name), visit.text().say("policy.said.row-removed"));
    }

    private View show(Visit visit, String name, BiFunction<RuleForm, PolicyDraft, RowPlace> where) {
        return doors.jdbi().withHandle(handle -> {
            var draft = doors.drafts().get(handle, name);
            var place = where.apply(form(handle, draft), draft);
            return pages.row(visit, draft, place, place.values(RuleContent.parse(draft.content())), List.of());
        });
    }

    private Response write(
            Visit visit,
            String name,
            MultivaluedMap<String, String> form,
            BiFunction<RuleForm, PolicyDraft, RowPlace> where) {
        var refused = doors.jdbi().inTransaction(transaction -> {
            var draft = doors.drafts().get(transaction, name);
            var place = where.apply(form(transaction, draft), draft);
            var typed = typed(form, place.columns());
            var content = place.put(RuleContent.parse(draft.content()), typed);
            var faults = doors.drafts().faults(transaction, name, content).stream()
                    .filter(place::holds)
                    .toList();
            if (!faults.isEmpty()) {
                return Optional.of(pages.row(visit, draft, place, typed, faults));
            }
            doors.drafts().edit(transaction, visit.who(), new Seen(name, revision(form)), content);
            return Optional.<View>empty();
        });
        return refused.map(view -> Response.status(Response.Status.BAD_REQUEST)
                        .entity(view)
                        .build())
                .orElseGet(() ->
                        visit.seeOther(DraftResource.path(name), visit.text().say("policy.said.saved")));
    }

    private RuleForm form(Handle handle, PolicyDraft draft) {
        return doors.drafts().form(handle, draft.name(), RuleContent.parse(draft.content()));
    }

    private static Map<String, String> typed(MultivaluedMap<String, String> form, List<RuleColumn> columns) {
        var typed = new HashMap<String, String>();
        columns.forEach(column -> Optional.ofNullable(form.get(COLUMN + column.name()))
                .ifPresent(values -> typed.put(column.name(), String.join("、", values))));
        return typed;
    }

    private static int revision(MultivaluedMap<String, String> form) {
        var revision = form.getFirst("revision");
        return revision != null && revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
    }
}
