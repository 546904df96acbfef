package lantai.web.catalogue;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Kept;
import lantai.access.Viewer;
import lantai.access.Visibility;
import lantai.access.VisibleItems.Count;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.fonds.Fonds;
import lantai.photo.PhotoGroups;
import lantai.record.Item;
import lantai.volume.Volume;
import lantai.volume.VolumeLine;
import lantai.volume.VolumeRegister;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Parameters;
import lantai.web.view.View;
import lantai.web.volume.PlaceQuery;
import org.jdbi.v3.core.Handle;

/** {@code /catalogue}: filed records by fonds, category, class and year, counted for this reader. */
@Path("catalogue")
@Produces(MediaType.TEXT_HTML)
public final class CatalogueResource {
    static final int SIZE = 50;
    private static final int VOLUMES = 200;

    private final CatalogueDoors doors;

    public CatalogueResource(CatalogueDoors doors) {
        this.doors = doors;
    }

    /** The tree, opened along one way, and one page of records. */
    @GET
    @Needs(Right.SEARCH)
    public View tree(
            @BeanParam Visit visit,
            @QueryParam("fonds") @DefaultValue("") String fonds,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("class") @DefaultValue("") String classCode,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("kept") @DefaultValue("") String kept,
            @QueryParam("volume") @DefaultValue("") String volume,
            @QueryParam("group") @DefaultValue("") String group,
            @QueryParam("after") @DefaultValue("") String after) {
        var node = new Node(fonds, category, classCode, year(year), PlaceQuery.kept(kept));
        return doors.jdbi()
                .inTransaction(transaction -> view(transaction, visit, node, new Leaf(volume, group), after));
    }

    /** What narrows a place further: a volume or a photo group; both empty for all. */
    private record Leaf(String volume, String group) {}

    private View view(Handle transaction, Visit visit, Node node, Leaf leaf, String after) {
        var visibility = Viewer.visibility(visit.who());
        var counts = doors.visible().counts(transaction, visibility);
        var volumes = volumes(transaction, visit, node, leaf.volume());
        var groups = groups(transaction, visibility, node, leaf.group());
        var ids = groups.opened()
                .map(group -> doors.photos().photos(transaction, visibility, group, after, SIZE + 1))
                .orElseGet(() -> ids(transaction, visibility, volumes, after));
        var items = doors.catalogue().all(transaction, ids);
        var shown = ids.stream()
                .limit(opened(volumes).isPresent() ? ids.size() : SIZE)
                .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                .toList();
        record(doors, transaction, visit, node, shown);
        var names = new HashMap<String, String>();
        doors.fonds().all(transaction).forEach((Fonds fonds) -> names.put(fonds.number(), fonds.title()));
        var tree = new Tree(
                node,
                volumes.branches().isEmpty() ? groups.branches() : volumes.branches(),
                doors.scheme().scheme(transaction),
                number -> names.getOrDefault(number, ""),
                visit.text().say("catalogue.kept.electronic.tree"));
        return new View(
                "catalogue/catalogue.jte",
                new CatalogueView(
                        visit.page(visit.text().say("catalogue.title")),
                        tree.over(counts),
                        forms(counts, node),
                        node,
                        opened(volumes),
                        groups.opened(),
                        groups.opened().map(group -> (long) group.photos()).orElseGet(() -> total(counts, volumes)),
                        shown,
                        doors.catalogue().withFiles(transaction, ids),
                        doors.volumeRules().categories(transaction).stream()
                                .anyMatch(category -> category.name().equals(node.category())),
                        !node.category().isEmpty()
                                && doors.photos().count(transaction, visibility, new PhotoGroups.Filter(node, "")) > 0,
                        ids.size() > SIZE && opened(volumes).isEmpty(),
                        !after.isEmpty()));
    }

    /** How many records of the place are here in which form. */
    private static Map<Kept, Long> forms(List<Count> counts, Node node) {
        var forms = new EnumMap<Kept, Long>(Kept.class);
        for (var kept : Kept.values()) {
            forms.put(
                    kept,
                    counts.stream()
                            .filter(count -> lies(count, node))
                            .mapToLong(kept::of)
                            .sum());
        }
        return forms;
    }

    /** The volumes of a year, where its category is arranged by volumes. */
    private Volumes volumes(Handle handle, Visit visit, Node node, String chosen) {
        var visibility = Viewer.visibility(visit.who());
        var byVolume = node.year().isPresent()
                && node.kept() == Kept.ANY
                && doors.volumeRules().categories(handle).stream()
                        .anyMatch(category -> category.name().equals(node.category()));
        if (!byVolume) {
            return new Volumes(node, "", List.of(), 0, "");
        }
        var filter = VolumeRegister.Filter.in(node);
        return new Volumes(
                node,
                chosen,
                doors.volumes().list(handle, visibility, filter, 0, VOLUMES),
                doors.volumes().looseCount(handle, visibility, node),
                visit.text().say("catalogue.loose"));
    }

    /** The photo groups of a year. */
    private Groups groups(Handle handle, Visibility visibility, Node node, String chosen) {
        return node.year().isEmpty() || node.category().isEmpty() || node.kept() != Kept.ANY
                ? new Groups(node, "", List.of())
                : new Groups(
                        node,
                        chosen,
                        doors.photos()
                                .list(
                                        handle,
                                        visibility,
                                        new PhotoGroups.Filter(node, ""),
                                        PhotoGroups.Order.CODE,
                                        0,
                                        VOLUMES));
    }

    private List<UUID> ids(Handle handle, Visibility visibility, Volumes at, String after) {
        if (at.chosen().equals(Volumes.LOOSE)) {
            return doors.volumes().loose(handle, visibility, at.node(), after, SIZE + 1);
        }
        return opened(at)
                .map(volume -> {
                    var lines = doors.volumes().lines(handle, volume.id()).stream()
                            .map(VolumeLine::item)
                            .toList();
                    var seen = doors.visible().among(handle, visibility, lines);
                    return lines.stream().filter(seen::contains).toList();
                })
                .orElseGet(() -> doors.visible().in(handle, visibility, at.node(), after, SIZE + 1));
    }

    private static Optional<Volume> opened(Volumes at) {
        return at.volumes().stream()
                .filter(volume -> volume.id().toString().equals(at.chosen()))
                .findFirst();
    }

    private static long total(List<Count> counts, Volumes at) {
        return at.chosen().equals(Volumes.LOOSE)
                ? at.loose()
                : opened(at)
                        .map(volume -> (long) volume.items())
                        .orElseGet(() -> counts.stream()
                                .filter(count -> lies(count, at.node()))
                                .mapToLong(at.node().kept()::of)
                                .sum());
    }

    /** Whoever sees records about persons in a list is written down. */
    static void record(CatalogueDoors doors, Handle transaction, Visit visit, Node node, List<Item> shown) {
        if (shown.stream().anyMatch(Item::isPersonal)) {
            doors.audit()
                    .record(
                            transaction,
                            visit.actor(),
                            AuditAction.SEARCHED,
                            new Subject("search", "catalogue"),
                            Map.of(
                                    "question",
                                    String.join(
                                            " ",
                                            node.fonds(),
                                            node.category(),
                                            node.classCode(),
                                            node.year().map(Object::toString).orElse(""),
                                            node.kept().code()),
                                    "shown",
                                    Integer.toString(shown.size())));
        }
    }

    static boolean lies(Count count, Node node) {
        return (node.fonds().isEmpty() || node.fonds().equals(count.fonds()))
                && (node.category().isEmpty() || node.category().equals(count.category()))
                && (node.classCode().isEmpty() || node.classCode().equals(count.classCode()))
                && node.year().filter(year -> year != count.year()).isEmpty();
    }

    static Optional<Integer> year(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(Parameters.year("year", typed));
    }
}
