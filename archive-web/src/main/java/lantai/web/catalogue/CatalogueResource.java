package lantai.web.catalogue;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.access.Viewer;
import lantai.access.VisibleItems.Count;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.fonds.Fonds;
import lantai.record.Item;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /catalogue}: filed records by fonds, category, class and year, counted for this reader. */
@Path("catalogue")
@Produces(MediaType.TEXT_HTML)
public final class CatalogueResource {
    static final int SIZE = 50;

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
            @QueryParam("after") @DefaultValue("") String after) {
        var node = new Node(fonds, category, classCode, year(year));
        return doors.jdbi().inTransaction(transaction -> view(transaction, visit, node, after));
    }

    private View view(Handle transaction, Visit visit, Node node, String after) {
        var visibility = Viewer.visibility(visit.who());
        var counts = doors.visible().counts(transaction, visibility);
        var ids = doors.visible().in(transaction, visibility, node, after, SIZE + 1);
        var items = doors.catalogue().all(transaction, ids);
        var shown = ids.stream()
                .limit(SIZE)
                .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                .toList();
        record(transaction, visit, node, shown);
        var names = new HashMap<String, String>();
        doors.fonds().all(transaction).forEach((Fonds fonds) -> names.put(fonds.number(), fonds.title()));
        return new View(
                "catalogue/catalogue.jte",
                new CatalogueView(
                        visit.page(visit.text().say("catalogue.title")),
                        Branch.tree(
                                counts,
                                node,
                                doors.scheme().scheme(transaction),
                                number -> names.getOrDefault(number, "")),
                        node,
                        counts.stream()
                                .filter(count -> lies(count, node))
                                .mapToLong(Count::items)
                                .sum(),
                        shown,
                        ids.size() > SIZE,
                        !after.isEmpty()));
    }

    private void record(Handle transaction, Visit visit, Node node, List<Item> shown) {
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
                                            node.year().map(Object::toString).orElse("")),
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
        return typed.matches("\\d{4}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
