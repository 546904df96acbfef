package lantai.web.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.ocr.Box;
import lantai.record.Component;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.search.SearchQuery;
import lantai.transfer.Custody;
import lantai.transfer.CustodyRegister;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/items/ID}: one filed record for programs. */
@Path("api/v1/items/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class ItemApiResource {
    private final ItemDoors doors;
    private final Shelf shelf;
    private final ReadingLog log;
    private final ExportReasons reasons;

    public ItemApiResource(ItemDoors doors) {
        this.doors = doors;
        shelf = new Shelf(doors);
        reasons = new ExportReasons(doors);
        log = new ReadingLog(doors.jdbi(), doors.audit(), doors.clock());
    }

    /**
     * An item as told to programs.
     *
     * @param retention {@code Y} for ever, {@code D30} for a number of years
     * @param amount the sum of money it names, in yuan, such as {@code 300000.00}; missing when it names none
     * @param custody the archives that keep it now; missing when it is this agency
     * @param dueOn the first day on which it may be appraised again, as ISO 8601; missing when it is kept for ever
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemJson(
            UUID id,
            String referenceCode,
            String title,
            String fonds,
            String category,
            String kind,
            String kindName,
            int year,
            String retention,
            @Nullable String dueOn,
            @Nullable CustodyJson custody,
            @Nullable String date,
            String documentNumber,
            String responsible,
            @Nullable String amount,
            boolean personal,
            String origin,
            int pageCount,
            String objectId,
            int objectVersion,
            String filedAt,
            String filedBy,
            List<ComponentJson> components,
            List<ParticularJson> particulars) {
        static ItemJson of(
                Opened opened, String amount, Optional<LocalDate> due, Optional<Custody> custody, Told told) {
            var item = opened.item();
            return new ItemJson(
                    item.id(),
                    item.referenceCode().text(),
                    PersonalNumbers.masked(item.title()),
                    item.fonds(),
                    item.category().name(),
                    item.kind(),
                    item.kindName(),
                    item.year(),
                    item.retention().code(),
                    due.map(LocalDate::toString).orElse(null),
                    custody.map(CustodyJson::of).orElse(null),
                    item.dated().map(LocalDate::toString).orElse(null),
                    item.documentNumber(),
                    item.responsible(),
                    amount.isEmpty() ? null : amount,
                    item.isPersonal(),
                    item.origin().name(),
                    item.pageCount(),
                    item.objectId(),
                    item.objectVersion(),
                    item.filedAt().toString(),
                    item.filedBy(),
                    opened.components().stream()
                            .map(component -> ComponentJson.of(item, component))
                            .toList(),
                    told.lines().stream().map(ParticularJson::of).toList());
        }
    }

    /**
     * What the papers tell beside the description.
     *
     * @param code of the rule {@code particulars}
     * @param value ISO 8601 date or month, yuan, whole number or text; personal numbers masked
     * @param confidence 0 to 1; 1 where a person has confirmed it
     * @param page where it was read; missing when a person gave it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ParticularJson(
            String code,
            String name,
            String value,
            double confidence,
            boolean confirmed,
            @Nullable Integer page,
            @Nullable Box box) {
        static ParticularJson of(Told.Line line) {
            return new ParticularJson(
                    line.code(),
                    line.name(),
                    line.value(),
                    line.confidence(),
                    line.confirmed(),
                    line.page() == 0 ? null : line.page(),
                    line.box().orElse(null));
        }
    }

    /** Who keeps an item that was transferred: the archives, the number of the list, the day, the number of the receipt. */
    public record CustodyJson(String archive, String list, String on, String receipt) {
        static CustodyJson of(Custody custody) {
            return new CustodyJson(
                    custody.archive(), custody.number(), custody.on().toString(), custody.receipt());
        }
    }

    /** One computer file; {@code href} gives its bytes. */
    public record ComponentJson(
            int ordinal,
            String name,
            long size,
            String sha256,
            String sm3,
            String mime,
            String puid,
            String formatName,
            String href) {
        static ComponentJson of(Item item, Component component) {
            return new ComponentJson(
                    component.ordinal(),
                    component.name(),
                    component.fixity().size(),
                    component.fixity().sha256(),
                    component.fixity().sm3(),
                    component.mime(),
                    component.puid(),
                    component.formatName(),
                    "/api/v1/items/" + item.id() + "/components/" + component.ordinal());
        }
    }

    /**
     * The words of a page.
     *
     * @param text lines in reading order, personal numbers masked
     * @param boxes where the words of {@code q} stand, in the measure of {@code width} and {@code height}
     */
    public record PageJson(int page, String text, int width, int height, List<Box> boxes) {}

    /** The description of an item. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public ItemJson item(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var opened = shelf.open(visit.who(), id);
        log.record(visit.who(), AuditAction.ITEM_READ, opened, Map.of());
        return ItemJson.of(
                opened,
                shelf.amount(opened),
                doors.jdbi().withHandle(handle -> doors.terms().appraiseOn(handle, id)),
                doors.jdbi().withHandle(handle -> new CustodyRegister().of(handle, id)),
                doors.jdbi().withHandle(handle -> Told.of(handle, doors, opened.item(), visit.text())));
    }

    /** A table of a page, all rows of the same length. */
    public record TableJson(int page, int table, List<List<String>> rows) {}

    /** The tables that were read on its pages. */
    @GET
    @Path("tables")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public List<TableJson> tables(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var opened = shelf.open(visit.who(), id);
        reasons.require(visit.who(), opened);
        log.record(visit.who(), AuditAction.COPY_EXPORTED, opened, Map.of("format", "JSON"));
        return shelf.tables(opened).stream()
                .map(table -> new TableJson(table.page(), table.number(), table.rows()))
                .toList();
    }

    /** The words of a page; the page after the last one is the whole text of the files without pages. */
    @GET
    @Path("pages/{page}/text")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public PageJson text(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("page") int number,
            @QueryParam("q") @DefaultValue("") String query) {
        var opened = shelf.open(visit.who(), id);
        var whole = number == opened.pages().size() + 1
                ? String.join("\n", doors.texts().pages(opened.item(), List.of()))
                : "";
        if ((number == 1 && opened.pages().isEmpty()) || !whole.isEmpty()) {
            log.page(visit.who(), opened, number);
            return new PageJson(number, doors.disclosure().rule().masked(whole), 0, 0, List.of());
        }
        var page = opened.page(number);
        log.page(visit.who(), opened, number);
        var match = doors.search().matcher(SearchQuery.of(query));
        UnaryOperator<String> mask = doors.disclosure().rule()::masked;
        return shelf.text(opened, page)
                .map(text -> new PageJson(
                        number,
                        mask.apply(text.text()),
                        text.width(),
                        text.height(),
                        PageWords.of(text, match, mask).boxes()))
                .orElseGet(() -> new PageJson(number, "", 0, 0, List.of()));
    }

    /** The bytes of a component as they came; of a personal record, staff get them with a reason. */
    @GET
    @Path("components/{ordinal}")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response component(
            @BeanParam Visit visit,
            @BeanParam ByteWish wish,
            @PathParam("id") UUID id,
            @PathParam("ordinal") int ordinal,
            @QueryParam("reason") @DefaultValue("") String reason) {
        var opened = shelf.open(visit.who(), id);
        if (!reason.isEmpty()) {
            reasons.give(visit.who(), opened, reason);
        }
        reasons.require(visit.who(), opened);
        var component = opened.component(ordinal);
        log.taken(visit.who(), opened, component);
        return FileAnswer.original(shelf.bytes(opened.item(), component), component, wish);
    }
}
