package lantai.web.item;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lantai.ingest.reader.PageRequest;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.ReadingState;
import lantai.ocr.PageText;
import lantai.problem.Refused;
import lantai.record.ItemPage;

/**
 * Copies of items as PDF/A with the words behind the paper, made when first wanted and kept with the other copies for use.
 * Several people who want one copy wait for the same making. Thread-safe.
 */
public final class TextCopies implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TextCopies.class.getName());

    private final ItemDoors doors;
    private final Shelf shelf;
    private final ExecutorService maker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("copies").daemon().factory());
    private final Map<UUID, CompletableFuture<Path>> making = new ConcurrentHashMap<>();
    private final Map<UUID, String> failed = new ConcurrentHashMap<>();

    public TextCopies(ItemDoors doors) {
        this.doors = doors;
        this.shelf = new Shelf(doors);
    }

    /** {@return how a copy of an item can be had} */
    CopyState state(Opened opened) {
        var id = opened.item().id();
        if (opened.pages().isEmpty()) {
            return CopyState.NONE;
        }
        if (isBornDigital(opened)) {
            return CopyState.ORIGINAL;
        }
        if (Files.exists(place(opened))) {
            return CopyState.READY;
        }
        if (making.containsKey(id)) {
            return CopyState.MAKING;
        }
        if (failed.containsKey(id)) {
            return CopyState.FAILED;
        }
        return isRead(opened) ? CopyState.POSSIBLE : CopyState.NONE;
    }

    /** Starts the making of a copy, unless it is there or under way. */
    void start(Opened opened) {
        switch (state(opened)) {
            case POSSIBLE, FAILED -> {
                var _ = begin(opened);
            }
            case NONE, ORIGINAL, MAKING, READY -> {}
        }
    }

    /**
     * Waits for a copy.
     *
     * @return where it lies
     * @throws Refused when none can be made
     */
    Path get(Opened opened) {
        return switch (state(opened)) {
            case ORIGINAL -> shelf.master(opened.item(), opened.components().getFirst());
            case READY -> place(opened);
            case POSSIBLE, MAKING -> joined(begin(opened));
            case NONE -> throw new Refused(ItemProblem.NO_COPY, "unread");
            case FAILED ->
                throw new Refused(
                        ItemProblem.NO_COPY, failed.getOrDefault(opened.item().id(), "failed"));
        };
    }

    private CompletableFuture<Path> begin(Opened opened) {
        var id = opened.item().id();
        return making.computeIfAbsent(
                id,
                _ -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return make(opened);
                            } finally {
                                making.remove(id);
                            }
                        },
                        maker));
    }

    private static Path joined(CompletableFuture<Path> copy) {
        try {
            return copy.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private Path make(Opened opened) {
        var item = opened.item();
        var place = place(opened);
        try {
            Files.createDirectories(place.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var pages = opened.pages().stream().map(page -> scanned(opened, page)).toList();
        var title = item.referenceCode().text() + " " + item.title();
        var outcome = doors.readers().searchablePdf(pages, title, place);
        if (outcome.state() != ReadingState.READ) {
            LOG.log(Level.WARNING, "no copy of {0}: {1} {2}", item.id(), outcome.state(), outcome.reason());
            failed.put(item.id(), outcome.state().code());
            throw new Refused(ItemProblem.NO_COPY, outcome.state().code());
        }
        failed.remove(item.id());
        return place;
    }

    private Readers.Scanned scanned(Opened opened, ItemPage page) {
        var component = opened.component(page.component());
        return new Readers.Scanned(
                new PageRequest(shelf.master(opened.item(), component), Opened.kind(component), page.componentPage()),
                doors.store().file(opened.item().objectId(), page.altoPath()));
    }

    private boolean isBornDigital(Opened opened) {
        return opened.components().size() == 1
                && opened.components().getFirst().mime().equals("application/pdf")
                && shelf.text(opened, opened.pages().getFirst())
                        .filter(text -> text.engine().equals(PageText.BORN_DIGITAL))
                        .isPresent();
    }

    private boolean isRead(Opened opened) {
        var paths = Set.copyOf(doors.store().paths(opened.item().objectId()));
        List<String> wanted = opened.pages().stream().map(ItemPage::altoPath).toList();
        return paths.containsAll(wanted);
    }

    private Path place(Opened opened) {
        var id = opened.item().id().toString();
        return doors.derivatives()
                .resolve("copies")
                .resolve(id.substring(0, 2))
                .resolve(id + "-" + opened.item().objectVersion() + ".pdf");
    }

    @Override
    public void close() {
        maker.shutdownNow();
    }
}
