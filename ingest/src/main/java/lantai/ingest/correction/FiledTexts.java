package lantai.ingest.correction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import lantai.description.Judge;
import lantai.ingest.filing.PremisEvents;
import lantai.ingest.index.ItemTexts;
import lantai.ocr.Alto;
import lantai.ocr.PageText;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.ItemRegister;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;

/**
 * The texts of filed pages. Another text is a version of the record's object, with one event more in {@code premis.xml};
 * masters and the versions before stay. New words are judged by the rule on personal data, and the index is told.
 */
public final class FiledTexts {
    private static final String EVENTS = "premis.xml";

    private final Doors doors;

    /**
     * The doors that the texts go through.
     *
     * @param judge decides anew whether the record tells of persons
     * @param temporary where files are put together
     */
    public record Doors(ItemRegister items, ItemTexts texts, ArchivalStore store, Judge judge, Path temporary) {}

    public FiledTexts(Doors doors) {
        this.doors = doors;
    }

    PageText read(Handle handle, Shown.Filed page) {
        return read(doors.items().get(handle, page.item()), page(handle, page));
    }

    private PageText read(Item item, ItemPage page) {
        return doors.texts()
                .page(item, page)
                .filter(text -> !text.engine().equals(PageText.BORN_DIGITAL))
                .orElseThrow(() -> new Refused(CorrectionProblem.NOT_READ, page.number()));
    }

    private ItemPage page(Handle handle, Shown.Filed page) {
        return doors.items().pages(handle, page.item()).stream()
                .filter(one -> one.number() == page.page())
                .findFirst()
                .orElseThrow(() -> new NotFound(CorrectionProblem.NO_SUCH_PAGE, page.page()));
    }

    /** Locks the record, so that it is neither destroyed nor described while its text is written. */
    void lock(Handle transaction, UUID item) {
        doors.items().lock(transaction, item);
    }

    /** {@return the version of the object that holds the text} */
    int keep(Handle transaction, Shown.Filed shown, PageText text, String by, Instant at) {
        var item = doors.items().lock(transaction, shown.item());
        var page = page(transaction, shown);
        if (!read(item, page).equals(text)) {
            write(item, page, text, by, at);
        }
        var version = doors.store().version(item.objectId());
        doors.items().storedAs(transaction, item.id(), version);
        doors.judge().judge(transaction, item.id());
        doors.items().announce(transaction, item.id());
        return version;
    }

    private String events(Item item) throws IOException {
        try (var in = doors.store().read(item.objectId(), EVENTS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(Item item, ItemPage page, PageText text, String by, Instant at) {
        try {
            var folder = Files.createTempDirectory(doors.temporary(), "correction");
            var parts = new ArrayList<ArchivalStore.Part>();
            try {
                var alto = folder.resolve("page.alto.xml");
                try (var out = Files.newOutputStream(alto)) {
                    Alto.write(text, out);
                }
                parts.add(new ArchivalStore.Part(alto, page.altoPath(), FixityDigest.of(alto)));
                var before = events(item);
                var said = "text corrected by " + by;
                var events = Files.writeString(
                        folder.resolve(EVENTS),
                        PremisEvents.corrected(before, item, page.altoPath(), said, at),
                        StandardCharsets.UTF_8);
                parts.add(new ArchivalStore.Part(events, EVENTS, FixityDigest.of(events)));
                doors.store().add(item.objectId(), parts, "text corrected: page " + page.number(), by, at);
            } finally {
                for (var part : parts) {
                    Files.deleteIfExists(part.source());
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
