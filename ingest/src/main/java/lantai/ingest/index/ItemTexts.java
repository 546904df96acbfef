package lantai.ingest.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.ocr.Alto;
import lantai.ocr.PageText;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.storage.ArchivalStore;

/** The text of filed items, as it lies in their objects. */
public final class ItemTexts {
    private final ArchivalStore store;

    public ItemTexts(ArchivalStore store) {
        this.store = store;
    }

    /** {@return where the text of the nth file without pages lies, from 1} */
    public static String plainPath(int number) {
        return number == 1 ? "text/text.txt" : "text/text-" + number + ".txt";
    }

    /** {@return where the structured text of the nth file without pages lies, from 1} */
    public static String structuredPath(int number) {
        return number == 1 ? "text/text.html" : "text/text-" + number + ".html";
    }

    /** {@return the text of each page in order, and after them that of each file without pages} */
    public List<String> pages(Item item, List<ItemPage> pages) {
        var paths = paths(item);
        return Stream.concat(
                        pages.stream()
                                .map(page -> paths.contains(page.altoPath())
                                        ? alto(item, page).text()
                                        : ""),
                        whole(item, paths, ItemTexts::plainPath))
                .toList();
    }

    /** {@return the text of each page, empty for one that was not read, and of what has no pages} */
    public List<Optional<String>> read(Item item, List<ItemPage> pages) {
        var paths = paths(item);
        return Stream.concat(
                        pages.stream().map(page -> page(item, page).map(PageText::text)),
                        whole(item, paths, ItemTexts::plainPath).map(Optional::of))
                .toList();
    }

    /** {@return the text of a page with its places, when it has one} */
    public Optional<PageText> page(Item item, ItemPage page) {
        return paths(item).contains(page.altoPath()) ? Optional.of(alto(item, page)) : Optional.empty();
    }

    /** {@return the structured text of the files without pages, as safe XHTML, empty when there is none} */
    public String structured(Item item) {
        return whole(item, paths(item), ItemTexts::structuredPath).collect(Collectors.joining("\n"));
    }

    /** The number of one may be missing: a file may have no text. */
    private Stream<String> whole(Item item, Set<String> paths, IntFunction<String> path) {
        var files = (int) paths.stream()
                .filter(one -> one.startsWith("masters/") || one.startsWith("text/"))
                .count();
        return IntStream.rangeClosed(1, files)
                .mapToObj(path)
                .filter(paths::contains)
                .map(one -> read(item, one));
    }

    /** An entry of a catalogue has no texts, and perhaps not even its object yet. */
    private Set<String> paths(Item item) {
        return item.objectVersion() == 0 ? Set.of() : Set.copyOf(store.paths(item.objectId()));
    }

    private PageText alto(Item item, ItemPage page) {
        try (var in = store.read(item.objectId(), page.altoPath())) {
            return Alto.read(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String read(Item item, String path) {
        try (var in = store.read(item.objectId(), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
