package lantai.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Visibility;

/** Small invented items for tests. */
final class Samples {
    static final Visibility ALL = new Visibility.All();
    private static int next;

    private Samples() {}

    static SearchSettings settings() {
        return new SearchSettings(
                16,
                Spellings.standard(),
                Samples::hash,
                _ -> Optional.empty(),
                java.util.function.UnaryOperator::identity,
                5);
    }

    /** A stand-in for the keyed hash, in which the number cannot be seen. */
    static String hash(String number) {
        return "#" + Integer.toHexString((number + "样例").hashCode());
    }

    static IndexedItem item(String title, String... pages) {
        next++;
        return new IndexedItem(
                UUID.randomUUID(),
                "J057-WS·2025-D30-BGS-%04d".formatted(next),
                title,
                "WS",
                2025,
                "notice",
                "通知",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(pages),
                1);
    }

    static IndexedItem coded(IndexedItem item, String referenceCode, String documentNumber) {
        return new IndexedItem(
                item.id(),
                referenceCode,
                item.title(),
                item.category(),
                item.year(),
                item.kind(),
                item.kindName(),
                item.responsible(),
                documentNumber,
                item.date(),
                item.departmentId(),
                item.personId(),
                item.personal(),
                item.personNames(),
                item.pages(),
                item.version());
    }

    static IndexedItem sorted(IndexedItem item, String category, int year, String kind, Optional<LocalDate> date) {
        return new IndexedItem(
                item.id(),
                item.referenceCode(),
                item.title(),
                category,
                year,
                kind,
                kind + "名",
                item.responsible(),
                item.documentNumber(),
                date,
                item.departmentId(),
                item.personId(),
                item.personal(),
                item.personNames(),
                item.pages(),
                item.version());
    }

    static IndexedItem owned(IndexedItem item, Optional<UUID> department, Optional<UUID> person, String... names) {
        return new IndexedItem(
                item.id(),
                item.referenceCode(),
                item.title(),
                item.category(),
                item.year(),
                item.kind(),
                item.kindName(),
                item.responsible(),
                item.documentNumber(),
                item.date(),
                department,
                person,
                item.personal(),
                List.of(names),
                item.pages(),
                item.version());
    }

    static IndexedItem personal(IndexedItem item) {
        return new IndexedItem(
                item.id(),
                item.referenceCode(),
                item.title(),
                item.category(),
                item.year(),
                item.kind(),
                item.kindName(),
                item.responsible(),
                item.documentNumber(),
                item.date(),
                item.departmentId(),
                item.personId(),
                true,
                item.personNames(),
                item.pages(),
                item.version());
    }

    static IndexedItem version(IndexedItem item, long version, String title) {
        return new IndexedItem(
                item.id(),
                item.referenceCode(),
                title,
                item.category(),
                item.year(),
                item.kind(),
                item.kindName(),
                item.responsible(),
                item.documentNumber(),
                item.date(),
                item.departmentId(),
                item.personId(),
                item.personal(),
                item.personNames(),
                item.pages(),
                version);
    }

    static void fill(SearchIndex index, IndexedItem... items) {
        var changes = new ArrayList<Change>();
        for (var item : items) {
            changes.add(new Change.Put(item));
        }
        index.apply(changes, 1);
        index.refresh();
    }

    static SearchPage search(SearchIndex index, String text) {
        return index.search(SearchQuery.of(text), ALL);
    }

    /** The exact hits, by title. */
    static List<String> titles(SearchIndex index, String text) {
        return search(index, text).hits().stream()
                .filter(hit -> !hit.tolerant())
                .map(Hit::title)
                .toList();
    }

    static List<String> similarTitles(SearchIndex index, String text) {
        return search(index, text).hits().stream()
                .filter(Hit::tolerant)
                .map(Hit::title)
                .toList();
    }

    static SearchQuery sortedBy(String text, Sort sort, int size) {
        return new SearchQuery(text, Map.of(), sort, Optional.empty(), size);
    }

    /** The marked pieces of a text. */
    static List<String> marked(String text, List<Range> marks) {
        return marks.stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }
}
