package lantai.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One stored item compared with the terms of a question, letter by letter. */
final class Comparison {
    static final int NOT_FOUND = -1;
    private static final int TITLE = 0;

    private final StoredItem item;
    private final TextMatch match;
    private final List<String> texts = new ArrayList<>();
    private final List<Letters> letters = new ArrayList<>();
    private final List<List<List<Range>>> exact = new ArrayList<>();
    private final List<List<Range>> marks = new ArrayList<>();
    private int page;
    private int pageCost = Integer.MAX_VALUE;

    /** The texts are the title, the pages, and then what else is known by words. */
    Comparison(StoredItem item, TextMatch match) {
        this.item = item;
        this.match = match;
        texts.add(item.title());
        texts.addAll(item.pages());
        texts.addAll(item.head().subList(1, item.head().size()));
        for (int i = 0; i < texts.size(); i++) {
            int text = i;
            var places =
                    item.places().stream().filter(place -> place.page() == text).toList();
            letters.add(Letters.of(texts.get(i)));
            exact.add(match.each(texts.get(i), i <= item.pages().size() ? places : List.of()));
            marks.add(new ArrayList<>());
        }
    }

    /** {@return the least that any piece of the item differs from a term, or {@link #NOT_FOUND}} */
    int least(int term) {
        int least = NOT_FOUND;
        int where = 0;
        List<Range> found = List.of();
        for (int i = 0; i < texts.size() && least != 0; i++) {
            var same = exact.get(i).get(term);
            int text = i;
            var piece = same.isEmpty() ? match.similar(term, letters.get(i)) : Optional.<Similarity.Piece>empty();
            int cost = same.isEmpty() ? piece.map(Similarity.Piece::cost).orElse(NOT_FOUND) : 0;
            if (cost != NOT_FOUND && (least == NOT_FOUND || cost < least)) {
                least = cost;
                where = i;
                found = same.isEmpty()
                        ? piece.map(similar -> List.of(letters.get(text).range(similar.from(), similar.to())))
                                .orElse(List.of())
                        : same;
            }
        }
        remember(where, found, least);
        return least;
    }

    Hit hit() {
        return new Hits(match)
                .similar(
                        item,
                        TextMatch.merged(List.of(marks.get(TITLE))),
                        page,
                        page == 0 ? List.of() : TextMatch.merged(List.of(marks.get(page))));
    }

    private void remember(int where, List<Range> found, int cost) {
        marks.get(where).addAll(found);
        if (where > TITLE && where <= item.pages().size() && cost < pageCost) {
            page = where;
            pageCost = cost;
        }
    }
}
