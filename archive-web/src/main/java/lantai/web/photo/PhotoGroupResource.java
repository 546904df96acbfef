package lantai.web.photo;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.photo.PhotoGroups;
import lantai.photo.PhotoWords;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.search.PersonalNumbers;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import lantai.web.volume.PlaceQuery;

/** {@code /photo-groups}: photo groups, and one group with its photos. */
@Path("photo-groups")
@Produces(MediaType.TEXT_HTML)
public final class PhotoGroupResource {
    private final PhotoDoors doors;

    public PhotoGroupResource(PhotoDoors doors) {
        this.doors = doors;
    }

    /** Groups of a place. */
    @GET
    @Needs(Right.SEARCH)
    public View groups(
            @BeanParam Visit visit,
            @BeanParam PlaceQuery place,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("order") @DefaultValue("") String order,
            @QueryParam("page") @DefaultValue("1") int page) {
        var visibility = Viewer.visibility(visit.who());
        var filter = new PhotoGroups.Filter(place.node(), words);
        var by = PhotoGroups.Order.of(order);
        return doors.jdbi().withHandle(handle -> {
            var pages = new Pages(page, doors.groups().count(handle, visibility, filter));
            return new View(
                    "photo/groups.jte",
                    new GroupsView(
                            visit.page(visit.text().say("photo.title")),
                            filter,
                            by,
                            doors.groups()
                                    .list(handle, visibility, filter, by, Pages.offset(pages.page()), PhotoDoors.SIZE),
                            pages,
                            doors.scheme().scheme(handle)));
        });
    }

    /** One group with its photos. */
    @GET
    @Path("{id}")
    @Needs(Right.SEARCH)
    public View group(
            @BeanParam Visit visit, @PathParam("id") UUID id, @QueryParam("after") @DefaultValue("0") int after) {
        return view(visit, id, after, Optional.empty(), Optional.empty());
    }

    /** Describes a group anew, with a reason. */
    @POST
    @Path("{id}")
    @Needs(Right.FILE)
    public Response describe(@BeanParam Visit visit, @PathParam("id") UUID id, @BeanParam WordsForm form) {
        try {
            doors.jdbi()
                    .useTransaction(transaction ->
                            doors.describe(transaction, visit.who(), id, form.version(), form.words(), form.reason()));
        } catch (Malformed | Refused failure) {
            var said = ProblemText.of(visit.text(), failure);
            return Response.status(Response.Status.CONFLICT)
                    .entity(view(visit, id, 0, Optional.of(form.words()), Optional.of(said)))
                    .build();
        }
        return visit.seeOther("/photo-groups/" + id, visit.text().say("photo.said.described"));
    }

    private View view(Visit visit, UUID id, int after, Optional<PhotoWords> typed, Optional<String> error) {
        var visibility = Viewer.visibility(visit.who());
        return doors.jdbi().inTransaction(transaction -> {
            var opened = doors.open(transaction, visit.who(), id, after);
            var group = opened.group();
            return new View(
                    "photo/group.jte",
                    new GroupView(
                            visit.page(PersonalNumbers.masked(group.words().title())),
                            opened,
                            Math.max(0, after),
                            doors.groups().beside(transaction, visibility, group, true),
                            doors.groups().beside(transaction, visibility, group, false),
                            doors.groups().versions(transaction, id),
                            typed.orElse(group.words()),
                            doors.scheme().scheme(transaction).nameOf(group.classCode()),
                            error));
        });
    }

    /** What is to be said of a group, as typed. */
    public static final class WordsForm {
        @FormParam("version")
        private long version;

        @FormParam("title")
        @DefaultValue("")
        private String title = "";

        @FormParam("theme")
        @DefaultValue("")
        private String theme = "";

        @FormParam("photographer")
        @DefaultValue("")
        private String photographer = "";

        @FormParam("place")
        @DefaultValue("")
        private String place = "";

        @FormParam("reason")
        @DefaultValue("")
        private String reason = "";

        /** Filled by the container. */
        public WordsForm() {}

        long version() {
            return version;
        }

        PhotoWords words() {
            return new PhotoWords(title, theme, photographer, place);
        }

        String reason() {
            return reason;
        }
    }
}
