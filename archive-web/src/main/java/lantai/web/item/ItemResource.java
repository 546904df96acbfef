package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.classification.Category;
import lantai.record.Component;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.search.SearchQuery;
import lantai.search.TextMatch;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /items/ID}: one filed record with all that is known of it. */
@Path("items/{id}")
@Produces(MediaType.TEXT_HTML)
public final class ItemResource {
    private final ItemDoors doors;
    private final Shelf shelf;
    private final ReadingLog log;
    private final TextCopies copies;
    private final Story story;
    private final ExportReasons reasons;
    private final Thumbnails thumbnails;
    private final Ending ending;

    public ItemResource(ItemDoors doors, TextCopies copies) {
        this.doors = doors;
        this.copies = copies;
        shelf = new Shelf(doors);
        log = new ReadingLog(doors.jdbi(), doors.audit(), doors.clock());
        reasons = new ExportReasons(doors);
        story = new Story(doors.files());
        thumbnails = new Thumbnails(doors, shelf);
        ending = new Ending(doors);
    }

    /** The page of an item; of a destroyed one, what remains. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response item(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int number) {
        var stone = ending.remains(visit, id);
        if (stone.isPresent()) {
            var title = visit.text().say("item.destroyed");
            return Response.status(Response.Status.GONE)
                    .entity(new View("item/tombstone.jte", new TombstoneView(visit.page(title), stone.get())))
                    .build();
        }
        var opened = shelf.open(visit.who(), id);
        var shown = opened.pages().isEmpty() ? 0 : opened.page(number).number();
        log.record(
                visit.who(),
                AuditAction.ITEM_READ,
                opened,
                shown == 0 ? Map.of() : Map.of("page", Integer.toString(shown)));
        return Response.ok(new View("item/item.jte", view(visit, opened, query, shown)))
                .build();
    }

    /** A small picture of a page, the words of a question boxed. */
    @GET
    @Path("pages/{page}/thumbnail")
    @Produces("image/jpeg")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response thumbnail(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("page") int page,
            @QueryParam("q") @DefaultValue("") String query) {
        var opened = shelf.open(visit.who(), id);
        return Response.ok(thumbnails.of(opened, opened.page(page), query)).build();
    }

    private ItemView view(Visit visit, Opened opened, String query, int shown) {
        var item = opened.item();
        var match = match(query);
        var portal = !Viewer.isStaff(visit.who());
        var structured = doors.texts().structured(item);
        UnaryOperator<String> mask = doors.disclosure().rule()::masked;
        return doors.jdbi()
                .withHandle(handle -> new ItemView(
                        visit.page(PersonalNumbers.masked(item.title())),
                        portal,
                        item,
                        doors.items().formerCodes(handle, item.id()),
                        opened.pages(),
                        components(handle, visit.who(), opened),
                        query,
                        shown,
                        shown == 0
                                ? Optional.empty()
                                : shelf.text(opened, opened.page(shown)).map(text -> PageWords.of(text, match, mask)),
                        StructuredText.marked(structured, match, mask),
                        structured.isEmpty() ? plain(item, mask) : "",
                        person(handle, item, portal),
                        department(handle, item),
                        shelf.amount(opened),
                        story.tell(handle, item),
                        reasons.isMissing(visit.who(), opened),
                        copies.state(opened),
                        portal ? Optional.empty() : volume(handle, item),
                        portal ? Optional.empty() : doors.photos().of(handle, item.id()),
                        portal ? Optional.empty() : doors.boxes().ofItem(handle, item.id()),
                        Particulars.of(handle, doors, visit.who(), opened),
                        Told.of(handle, doors, item, visit.text()),
                        doors.transcripts().hasEngine(),
                        portal ? Optional.empty() : doors.transcripts().of(handle, item.id()),
                        portal || item.objectVersion() == 0
                                ? Optional.empty()
                                : doors.store().encipherment(item.objectId()),
                        item.category() == Category.SX ? doors.facts().technical(handle, item.id()) : List.of()));
    }

    private Optional<InVolume> volume(Handle handle, Item item) {
        return doors.volumes()
                .of(handle, item.id())
                .flatMap(volume -> doors.volumes().lines(handle, volume.id()).stream()
                        .filter(line -> line.item().equals(item.id()))
                        .findFirst()
                        .map(line -> InVolume.of(volume, line)));
    }

    private TextMatch match(String query) {
        return doors.search().matcher(SearchQuery.of(query));
    }

    private String plain(Item item, UnaryOperator<String> mask) {
        return mask.apply(String.join("\n", doors.texts().pages(item, List.of())));
    }

    private List<ComponentView> components(Handle handle, SignedIn who, Opened opened) {
        return opened.components().stream()
                .map(component -> new ComponentView(
                        component,
                        sameAs(handle, who, opened.item(), component),
                        ComponentView.isDecoded(component)
                                ? doors.waveforms().known(component.fixity().sha256())
                                : Optional.empty()))
                .toList();
    }

    private Optional<ComponentView.Holder> sameAs(Handle handle, SignedIn who, Item item, Component component) {
        return doors.catalogue()
                .holderOf(handle, component.fixity().sha256(), item.id())
                .flatMap(code -> doors.items().find(handle, code))
                .filter(other -> Viewer.sees(Viewer.visibility(who), other))
                .map(other -> new ComponentView.Holder(
                        other.id().toString(), other.referenceCode().text()));
    }

    private String person(Handle handle, Item item, boolean portal) {
        return item.insuredPersonId()
                .map(id -> doors.persons().get(handle, id))
                .map(person -> portal ? person.name() : person.name() + " " + person.maskedId())
                .orElse("");
    }

    private String department(Handle handle, Item item) {
        return item.departmentId()
                .map(id -> doors.departments().get(handle, id).name())
                .orElse("");
    }
}
