package lantai.search;

import java.util.List;

/** Makes hits out of stored items: chooses the page that answers best and cuts a snippet out of it. */
final class Hits {
    private static final int SNIPPET = 110;
    private static final int BEFORE = 24;

    private final TextMatch match;

    Hits(TextMatch match) {
        this.match = match;
    }

    Hit exact(StoredItem item) {
        var title = TextMatch.merged(match.each(item.title(), placesOn(item, 0)));
        int best = 0;
        int most = 0;
        List<List<Range>> found = List.of();
        for (int page = 1; page <= item.pages().size() && most < match.terms(); page++) {
            var here = match.each(item.pages().get(page - 1), placesOn(item, page));
            int terms = (int) here.stream().filter(ranges -> !ranges.isEmpty()).count();
            if (terms > most) {
                best = page;
                most = terms;
                found = here;
            }
        }
        return hit(item, title, best, found, false);
    }

    /** A hit whose best page and places are known. */
    Hit similar(StoredItem item, List<Range> title, int page, List<Range> places) {
        return hit(item, title, page, List.of(places), true);
    }

    private static List<NumberPlace> placesOn(StoredItem item, int page) {
        return item.places().stream().filter(place -> place.page() == page).toList();
    }

    private static Hit hit(StoredItem item, List<Range> title, int page, List<List<Range>> found, boolean tolerant) {
        String text = item.pages().isEmpty() ? "" : item.pages().get(Math.max(0, page - 1));
        return new Hit(
                item.id(),
                item.referenceCode(),
                item.mask().apply(item.title()),
                title,
                page,
                snippet(item.mask().apply(text), found),
                item.category(),
                item.year(),
                item.kind(),
                item.kindName(),
                item.responsible(),
                item.documentNumber(),
                item.date(),
                tolerant);
    }

    /** The piece of a text that shows the most terms, the first of equals. */
    static Snippet snippet(String text, List<List<Range>> found) {
        int start = 0;
        int most = 0;
        for (var ranges : found) {
            for (var range : ranges) {
                int terms = termsWithin(found, range.start(), range.start() + SNIPPET - BEFORE);
                if (terms > most || (terms == most && most > 0 && range.start() < start)) {
                    most = terms;
                    start = range.start();
                }
            }
        }
        int from = whole(text, Math.max(0, start - BEFORE));
        int to = whole(text, Math.min(text.length(), from + SNIPPET));
        String piece = text.substring(from, to).replaceAll("[\\s\\p{Cntrl}]", " ");
        var marks = TextMatch.merged(found).stream()
                .filter(range -> range.start() < to && range.end() > from)
                .map(range -> new Range(Math.max(range.start(), from) - from, Math.min(range.end(), to) - from))
                .toList();
        return new Snippet(piece, marks);
    }

    private static int termsWithin(List<List<Range>> found, int from, int to) {
        return (int) found.stream()
                .filter(ranges -> ranges.stream().anyMatch(range -> range.start() >= from && range.end() <= to))
                .count();
    }

    /** A place that does not cut a rare character in two. */
    private static int whole(String text, int place) {
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
