package lantai.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.record.Component;
import lantai.record.Item;
import lantai.search.Facet;
import lantai.search.FacetCount;
import lantai.search.Hit;
import lantai.search.PersonalNumbers;
import lantai.search.Range;
import lantai.search.SearchPage;
import lantai.web.frame.Page;
import org.jdbi.v3.core.Handle;

/** Puts results into the shape of the screen. */
final class Results {
    private final SearchDoors doors;

    Results(SearchDoors doors) {
        this.doors = doors;
    }

    /** {@return the hits with what the register knows of them} */
    List<ResultView> of(Handle handle, List<Hit> hits) {
        var items = doors.catalogue().all(handle, hits.stream().map(Hit::id).toList());
        return hits.stream().map(hit -> result(handle, hit, items)).toList();
    }

    /** {@return items that no words found} */
    List<ResultView> items(Handle handle, List<Item> items) {
        return items.stream()
                .map(item -> new ResultView(
                        item.id(),
                        item.referenceCode().text(),
                        List.of(new ResultView.Piece(PersonalNumbers.masked(item.title()), false)),
                        List.of(),
                        0,
                        item.pageCount() > 0,
                        icon(handle, item.id(), item.pageCount()),
                        item.category().name(),
                        item.year(),
                        item.kindName(),
                        item.responsible(),
                        item.dated()))
                .toList();
    }

    private ResultView result(Handle handle, Hit hit, Map<UUID, Item> items) {
        var pages =
                Optional.ofNullable(items.get(hit.id())).map(Item::pageCount).orElse(0);
        return new ResultView(
                hit.id(),
                hit.referenceCode(),
                pieces(hit.title(), hit.titleMarks()),
                pieces(hit.snippet().text(), hit.snippet().marks()),
                hit.page() <= pages ? hit.page() : 0,
                pages > 0,
                icon(handle, hit.id(), pages),
                hit.category(),
                hit.year(),
                hit.kindName(),
                hit.responsible(),
                hit.date());
    }

    private String icon(Handle handle, UUID item, int pages) {
        if (pages > 0) {
            return "image";
        }
        var mime = doors.items().components(handle, item).stream()
                .findFirst()
                .map(Component::mime)
                .orElse("");
        if (mime.startsWith("audio/")) {
            return "sound";
        }
        if (mime.startsWith("video/") || mime.equals("application/mp4")) {
            return "video";
        }
        if (mime.startsWith("message/") || mime.contains("outlook")) {
            return "mail";
        }
        return mime.contains("sheet") || mime.contains("excel") || mime.contains("csv") ? "table" : "text";
    }

    private static List<ResultView.Piece> pieces(String text, List<Range> marks) {
        var pieces = new ArrayList<ResultView.Piece>();
        var at = 0;
        for (var mark : marks) {
            if (mark.start() > at) {
                pieces.add(new ResultView.Piece(text.substring(at, mark.start()), false));
            }
            pieces.add(new ResultView.Piece(text.substring(mark.start(), mark.end()), true));
            at = mark.end();
        }
        if (at < text.length()) {
            pieces.add(new ResultView.Piece(text.substring(at), false));
        }
        return pieces;
    }

    /** {@return the choices of each facet that has any, the chosen ones always among them} */
    static List<FacetView> facets(Page page, Question question, SearchPage found) {
        var facets = new ArrayList<FacetView>();
        for (var facet : Facet.values()) {
            var counts = new LinkedHashMap<String, FacetCount>();
            found.facets().getOrDefault(facet, List.of()).forEach(count -> counts.put(count.value(), count));
            question.chosen(facet).forEach(value -> counts.putIfAbsent(value, new FacetCount(value, value, 0)));
            var choices = counts.values().stream()
                    .map(count -> new FacetView.Choice(
                            count.value(),
                            name(page, facet, count),
                            count.count(),
                            question.chosen(facet).contains(count.value()),
                            question.toggled(facet, count.value())))
                    .toList();
            if (!choices.isEmpty()) {
                facets.add(new FacetView(facet, choices));
            }
        }
        return facets;
    }

    private static String name(Page page, Facet facet, FacetCount count) {
        return switch (facet) {
            case CATEGORY -> {
                var key = "search.category." + count.value();
                yield page.text().has(key) ? page.say(key) : count.name();
            }
            case YEAR -> count.name();
            case KIND -> count.name().isEmpty() ? page.say("search.kind.none") : count.name();
        };
    }
}
