package lantai.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lantai.access.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any piece of at least two characters of a title or page finds its item. */
final class SubstringTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ITEMS = 400;
    private static final SearchSettings EXACT = new SearchSettings(
            16,
            Spellings.standard(),
            Samples::hash,
            _ -> Optional.empty(),
            java.util.function.UnaryOperator::identity,
            0);

    @TempDir
    Path folder;

    @Test
    void everyPieceOfATitleOrPageFindsItsItem() {
        var generated = new GeneratedItems(SEED);
        var random = new Random(SEED);
        try (var index = SearchIndex.open(folder, EXACT)) {
            var items = new ArrayList<IndexedItem>();
            for (int i = 0; i < ITEMS; i++) {
                items.add(generated.next(i, 60 + random.nextInt(300)));
            }
            Samples.fill(index, items.toArray(IndexedItem[]::new));
            for (int i = 0; i < 3000; i++) {
                var item = items.get(random.nextInt(ITEMS));
                String text = i % 3 == 0 ? item.title() : item.pages().getFirst();
                String piece = generated.pieceOf(text);
                if (touchesNumber(text, piece)) {
                    continue;
                }
                assertThat(found(index, piece, item))
                        .as("seed %s, piece \"%s\" of \"%s\"", SEED, piece, text)
                        .isTrue();
            }
        }
    }

    /** Asks as the person of the item, so that the other hits do not fill the page. */
    private static boolean found(SearchIndex index, String piece, IndexedItem item) {
        var own = new Visibility.OfPerson(item.personId().orElseThrow());
        return index.search(SearchQuery.of(piece), own).hits().stream()
                .anyMatch(hit -> hit.id().equals(item.id()));
    }

    /** A piece of a personal number may not be found. */
    private static boolean touchesNumber(String text, String piece) {
        List<PersonalNumbers.Found> numbers = PersonalNumbers.find(text);
        int place = text.indexOf(piece);
        while (place >= 0) {
            int from = place;
            if (numbers.stream().anyMatch(number -> number.start() < from + piece.length() && number.end() > from)) {
                return true;
            }
            place = text.indexOf(piece, place + 1);
        }
        return false;
    }
}
