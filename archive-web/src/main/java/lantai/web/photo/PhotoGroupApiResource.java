package lantai.web.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.photo.Caption;
import lantai.photo.PhotoGroup;
import lantai.photo.PhotoGroups;
import lantai.photo.PhotoLine;
import lantai.photo.PhotoVersion;
import lantai.photo.PhotoWords;
import lantai.search.PersonalNumbers;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.volume.PlaceQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/photo-groups}: photo groups for programs. */
@Path("api/v1/photo-groups")
@Produces(MediaType.APPLICATION_JSON)
public final class PhotoGroupApiResource {
    private final PhotoDoors doors;

    public PhotoGroupApiResource(PhotoDoors doors) {
        this.doors = doors;
    }

    /** One page of groups; {@code total} on all pages. */
    public record GroupsJson(long total, int page, List<GroupJson> groups) {}

    /**
     * A group; its words with personal numbers masked.
     *
     * @param version to be sent back with a change
     * @param lines only of a single group
     * @param next {@code after} of the next page of its photos, missing on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GroupJson(
            UUID id,
            String referenceCode,
            String fonds,
            String category,
            String classCode,
            int year,
            String retention,
            String title,
            String theme,
            String photographer,
            String place,
            int photos,
            @Nullable String first,
            @Nullable String last,
            long version,
            @Nullable List<LineJson> lines,
            @Nullable Integer next) {
        static GroupJson of(PhotoGroup group, @Nullable List<LineJson> lines, @Nullable Integer next) {
            return new GroupJson(
                    group.id(),
                    group.code(),
                    group.fonds(),
                    group.category().name(),
                    group.classCode(),
                    group.year(),
                    group.retention().code(),
                    PersonalNumbers.masked(group.words().title()),
                    PersonalNumbers.masked(group.words().theme()),
                    group.words().photographer(),
                    group.words().place(),
                    group.photos(),
                    group.first().map(LocalDate::toString).orElse(null),
                    group.last().map(LocalDate::toString).orElse(null),
                    group.version(),
                    lines,
                    next);
        }
    }

    /** One number of a group; a photo has an item and a caption, a number without one says why and since when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineJson(
            int number,
            String referenceCode,
            @Nullable UUID item,
            @Nullable String title,
            @Nullable Caption caption,
            @Nullable String goneBecause,
            @Nullable String goneAt) {
        static LineJson of(PhotoLine line) {
            return switch (line) {
                case PhotoLine.Photo photo ->
                    new LineJson(
                            photo.number(),
                            photo.code(),
                            photo.item(),
                            PersonalNumbers.masked(photo.title()),
                            masked(photo.caption()),
                            null,
                            null);
                case PhotoLine.Gone gone ->
                    new LineJson(
                            gone.number(),
                            gone.code(),
                            null,
                            null,
                            null,
                            gone.kind().name(),
                            gone.at().toString());
            };
        }

        private static Caption masked(Caption caption) {
            return new Caption(
                    PersonalNumbers.masked(caption.event()),
                    caption.taken(),
                    PersonalNumbers.masked(caption.place()),
                    PersonalNumbers.masked(caption.figures()),
                    PersonalNumbers.masked(caption.backdrop()),
                    PersonalNumbers.masked(caption.photographer()));
        }
    }

    /** What is to be said of a group from now on, and why. */
    public record WordsJson(
            long version,
            @Nullable String title,
            @Nullable String theme,
            @Nullable String photographer,
            @Nullable String place,
            @Nullable String reason) {}

    /** How a group was described at one time. */
    public record VersionJson(
            long version,
            String title,
            String theme,
            String photographer,
            String place,
            String by,
            String at,
            String reason) {
        static VersionJson of(PhotoVersion version) {
            return new VersionJson(
                    version.number(),
                    PersonalNumbers.masked(version.words().title()),
                    PersonalNumbers.masked(version.words().theme()),
                    version.words().photographer(),
                    version.words().place(),
                    version.writtenBy(),
                    version.writtenAt().toString(),
                    version.reason());
        }
    }

    /** Groups of a place; {@code q} is a part of code, title, theme, photographer or place. */
    @GET
    @Needs(Right.SEARCH)
    public GroupsJson groups(
            @BeanParam Visit visit,
            @BeanParam PlaceQuery place,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("order") @DefaultValue("") String order,
            @QueryParam("page") @DefaultValue("1") int page) {
        var visibility = Viewer.visibility(visit.who());
        var filter = new PhotoGroups.Filter(place.node(), words);
        var number = Math.max(1, page);
        return doors.jdbi()
                .withHandle(handle -> new GroupsJson(
                        doors.groups().count(handle, visibility, filter),
                        number,
                        doors
                                .groups()
                                .list(
                                        handle,
                                        visibility,
                                        filter,
                                        PhotoGroups.Order.of(order),
                                        Pages.offset(number),
                                        PhotoDoors.SIZE)
                                .stream()
                                .map(group -> GroupJson.of(group, null, null))
                                .toList()));
    }

    /** One group with a page of its photos, those above the number {@code after}. */
    @GET
    @Path("{id}")
    @Needs(Right.SEARCH)
    public GroupJson group(
            @BeanParam Visit visit, @PathParam("id") UUID id, @QueryParam("after") @DefaultValue("0") int after) {
        var opened = doors.jdbi().inTransaction(transaction -> doors.open(transaction, visit.who(), id, after));
        return GroupJson.of(
                opened.group(),
                opened.lines().stream().map(LineJson::of).toList(),
                opened.next().orElse(null));
    }

    /** Describes a group anew; words that are left out are taken away. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public GroupJson describe(@BeanParam Visit visit, @PathParam("id") UUID id, WordsJson wanted) {
        var words = new PhotoWords(
                text(wanted.title()), text(wanted.theme()), text(wanted.photographer()), text(wanted.place()));
        doors.jdbi()
                .useTransaction(transaction ->
                        doors.describe(transaction, visit.who(), id, wanted.version(), words, text(wanted.reason())));
        return group(visit, id, 0);
    }

    /** How a group was described, the newest version first. */
    @GET
    @Path("{id}/versions")
    @Needs(Right.SEARCH)
    public List<VersionJson> versions(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return doors.jdbi().withHandle(handle -> {
            var group = doors.groups().get(handle, Viewer.visibility(visit.who()), id);
            return doors.groups().versions(handle, group.id()).stream()
                    .map(VersionJson::of)
                    .toList();
        });
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
