package lantai.web.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.access.VisibleItems;
import lantai.account.Right;
import lantai.disposal.Tombstone;
import lantai.disposal.Tombstones;
import lantai.record.Item;
import lantai.record.ReferenceCode;
import lantai.search.Hit;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /search}: finds filed records; without a question, shows the newest. */
@Path("search")
@Produces(MediaType.TEXT_HTML)
public final class SearchResource {
    private static final int NEWEST = 20;

    private final SearchDoors doors;
    private final Finder finder;
    private final Results results;
    private final VisibleItems visible = new VisibleItems();
    private final Tombstones tombstones = new Tombstones();

    public SearchResource(SearchDoors doors) {
        this.doors = doors;
        finder = new Finder(doors);
        results = new Results(doors);
    }

    /** One page of results. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response search(@BeanParam Visit visit, @BeanParam Question question) {
        var renumbered = renumbered(visit, question.text());
        if (renumbered.isPresent()) {
            return visit.seeOther("/items/" + renumbered.get());
        }
        return Response.ok(page(visit, question)).build();
    }

    /** {@return the record that had the code asked for before it was renumbered, or before it was destroyed} */
    private Optional<UUID> renumbered(Visit visit, String text) {
        return ReferenceCode.parse(text)
                .flatMap(code -> doors.jdbi()
                        .withHandle(handle -> doors.items()
                                .find(handle, code)
                                .filter(item -> !item.referenceCode().equals(code))
                                .filter(item -> Viewer.sees(Viewer.visibility(visit.who()), item))
                                .map(Item::id)
                                .or(() -> tombstones
                                        .find(handle, code.text())
                                        .filter(_ -> Viewer.seesAll(visit.who()))
                                        .map(Tombstone::item))));
    }

    private View page(Visit visit, Question question) {
        var found = finder.find(visit.who(), question);
        var title = question.text().isBlank()
                ? visit.text().say("search.title")
                : visit.text().say("search.title.of", Finder.masked(question.text()));
        var page = visit.page(title);
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "search/search.jte",
                        new SearchView(
                                page,
                                !Viewer.isStaff(visit.who()),
                                question,
                                found.total(),
                                question.isOpen()
                                        ? newest(handle, visit)
                                        : results.of(handle, kind(found.hits(), false)),
                                results.of(handle, kind(found.hits(), true)),
                                Results.facets(page, question, found),
                                question.isOpen() ? Optional.empty() : found.next(),
                                found.understood())));
    }

    private List<ResultView> newest(Handle handle, Visit visit) {
        var ids = visible.newest(handle, Viewer.visibility(visit.who()), NEWEST);
        var items = doors.catalogue().all(handle, ids);
        return results.items(
                handle,
                ids.stream()
                        .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                        .toList());
    }

    private static List<Hit> kind(List<Hit> hits, boolean tolerant) {
        return hits.stream().filter(hit -> hit.tolerant() == tolerant).toList();
    }
}
