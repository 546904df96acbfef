package lantai.ingest.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lantai.ocr.Alto;
import lantai.ocr.PageText;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.storage.ArchivalStore;

/** The text of filed items, as it lies in their objects. */
public final class ItemTexts {
    private static final String PLAIN = "text/text.txt";
    private static final String STRUCTURED = "text/text.html";

    private final ArchivalStore store;

    public ItemTexts(ArchivalStore store) {
        this.store = store;
    }

    /** {@return the text of each page in order; of an item without pages its whole text as one} */
    public List<String> pages(Item item, List<ItemPage> pages) {
        var paths = Set.copyOf(store.paths(item.objectId()));
        if (pages.isEmpty()) {
            return paths.contains(PLAIN) ? List.of(read(item, PLAIN)) : List.of();
        }
        return pages.stream()
                .map(page -> paths.contains(page.altoPath()) ? alto(item, page).text() : "")
                .toList();
    }

    /** {@return the text of each page, empty for one that was not read, and of what has no pages} */
    public List<Optional<String>> read(Item item, List<ItemPage> pages) {
        var paths = Set.copyOf(store.paths(item.objectId()));
        var ofPages = pages.stream().map(page -> page(item, page).map(PageText::text));
        var plain = Stream.of(PLAIN).filter(paths::contains).map(path -> Optional.of(read(item, path)));
        return Stream.concat(ofPages, plain).toList();
    }

    /** {@return the text of a page with its places, when it has one} */
    public Optional<PageText> page(Item item, ItemPage page) {
        return store.paths(item.objectId()).contains(page.altoPath())
                ? Optional.of(alto(item, page))
                : Optional.empty();
    }

    /** {@return the structured text of an item without pages, as safe XHTML, empty when it has none} */
    public String structured(Item item) {
        return store.paths(item.objectId()).contains(STRUCTURED) ? read(item, STRUCTURED) : "";
    }

    private PageText alto(Item item, ItemPage page) {
        try (var in = Files.newInputStream(store.file(item.objectId(), page.altoPath()))) {
            return Alto.read(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String read(Item item, String path) {
        try {
            return Files.readString(store.file(item.objectId(), path), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
