package lantai.web.description;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.access.Viewer;
import lantai.access.VisibleItems;
import lantai.account.SignedIn;
import lantai.description.BulkDesk;
import lantai.problem.Malformed;
import lantai.search.Facet;
import lantai.search.SearchQuery;
import lantai.search.Sort;
import lantai.web.security.RequestProblem;
import lantai.web.volume.PlaceQuery;
import org.jdbi.v3.core.Handle;

/**
 * Which records are meant, as it stands in an address or a form: single ones ({@code item}, several), everything in a place of the
 * catalogue ({@code from=catalogue} with {@code fonds}, {@code category}, {@code class}, {@code year}, {@code kept}), or all exact results of a
 * question ({@code from=search} with {@code q}, {@code category}, {@code year}, {@code kind}).
 */
record Selection(Map<String, List<String>> parts) {
    private static final List<String> NAMES =
            List.of("from", "item", "fonds", "category", "class", "year", "kept", "q", "kind");

    Selection {
        parts = Map.copyOf(parts);
    }

    static Selection of(MultivaluedMap<String, String> sent) {
        var parts = new LinkedHashMap<String, List<String>>();
        for (var name : NAMES) {
            var values = Optional.ofNullable(sent.get(name)).orElse(List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                parts.put(name, values);
            }
        }
        return new Selection(parts);
    }

    private String first(String name) {
        return parts.getOrDefault(name, List.of("")).getFirst();
    }

    /** {@return the records that this person may see, at most one more than an edit takes} */
    List<UUID> ids(Handle handle, BulkDoors doors, SignedIn who) {
        return switch (first("from")) {
            case "catalogue" -> new VisibleItems().in(handle, Viewer.visibility(who), place(), "", BulkDesk.MOST + 1);
            case "search" -> results(doors, who);
            default -> single(handle, doors, who);
        };
    }

    private VisibleItems.Node place() {
        var year = first("year");
        return new VisibleItems.Node(
                first("fonds"),
                first("category"),
                first("class"),
                year.matches("\\d{4}") ? Optional.of(Integer.valueOf(year)) : Optional.empty(),
                PlaceQuery.kept(first("kept")));
    }

    private List<UUID> results(BulkDoors doors, SignedIn who) {
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        filters.put(Facet.CATEGORY, chosen("category"));
        filters.put(Facet.YEAR, chosen("year"));
        filters.put(Facet.KIND, chosen("kind"));
        var query = new SearchQuery(first("q"), filters, Sort.REFERENCE_CODE, Optional.empty(), SearchQuery.MAX_SIZE);
        var ids = new ArrayList<UUID>();
        var visibility = Viewer.visibility(who);
        while (ids.size() <= BulkDesk.MOST) {
            var page = doors.index().search(query, visibility);
            page.hits().stream().filter(hit -> !hit.tolerant()).forEach(hit -> ids.add(hit.id()));
            if (page.next().isEmpty()) {
                break;
            }
            query = query.after(page.next().get());
        }
        return ids;
    }

    private Set<String> chosen(String name) {
        return Arrays.stream(first(name).split(",", -1))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
    }

    private List<UUID> single(Handle handle, BulkDoors doors, SignedIn who) {
        var ids = parts.getOrDefault("item", List.of()).stream()
                .map(Selection::id)
                .toList();
        var found = doors.catalogue().all(handle, ids);
        var visibility = Viewer.visibility(who);
        return ids.stream()
                .filter(id -> Optional.ofNullable(found.get(id))
                        .filter(item -> Viewer.sees(visibility, item))
                        .isPresent())
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
    }
}
