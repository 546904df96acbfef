package lantai.ingest.filing;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantai.description.ObjectOrder;
import lantai.ingest.index.ItemTexts;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.Documents;
import lantai.problem.ArchiveException;
import lantai.record.Item;
import lantai.record.ItemCatalogue;
import lantai.record.ItemRegister;
import lantai.record.Origin;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells of records that were filed before the register kept it whether they were born digital, by the files in their objects. */
public final class OlderOrigins {
    private static final System.Logger LOG = System.getLogger(OlderOrigins.class.getName());
    private static final int AT_ONCE = 50;

    private final ItemCatalogue catalogue = new ItemCatalogue();
    private final Jdbi jdbi;
    private final ItemRegister items;
    private final ItemTexts texts;
    private final Documents documents;
    private final ReceivedFiles files;
    private final ObjectOrder objects;

    /** @param objects takes orders to write into an object what the register says now */
    public OlderOrigins(
            Jdbi jdbi,
            ItemRegister items,
            ItemTexts texts,
            Documents documents,
            ReceivedFiles files,
            ObjectOrder objects) {
        this.jdbi = jdbi;
        this.items = items;
        this.texts = texts;
        this.documents = documents;
        this.files = files;
        this.objects = objects;
    }

    /** Looks at some records that nobody has looked at yet. {@return how many} */
    public int tell() {
        var waiting = jdbi.withHandle(handle -> catalogue.withoutOrigin(handle, AT_ONCE));
        for (var item : waiting) {
            jdbi.useTransaction(transaction -> {
                items.made(transaction, item.id(), origin(transaction, item));
                if (item.objectVersion() > 0) {
                    objects.describe(transaction, item.id());
                }
            });
        }
        return waiting.size();
    }

    private Origin origin(Handle handle, Item item) {
        try {
            var facts = facts(handle, item);
            var pages = items.pages(handle, item.id());
            return Origins.of(
                    item.category(),
                    items.components(handle, item.id()).stream()
                            .map(component -> new Origins.Source(
                                    component.mime(),
                                    facts.getOrDefault(component.fixity().sha256(), Map.of()),
                                    pages.stream()
                                            .filter(page -> page.component() == component.ordinal())
                                            .map(page -> texts.page(item, page))
                                            .toList()))
                            .toList());
        } catch (ArchiveException | UncheckedIOException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "it is not known how it came to be, because it cannot be read: " + item.id(),
                    unreadable);
            return Origin.UNKNOWN;
        }
    }

    /** What its files said of themselves when they came in, by digest. An item has the id of the document it was filed from. */
    private Map<String, Map<String, String>> facts(Handle handle, Item item) {
        var ids = documents.all(handle, List.of(item.id())).stream()
                .map(Document::pages)
                .flatMap(List::stream)
                .map(DocumentPage::fileId)
                .distinct()
                .toList();
        var facts = new HashMap<String, Map<String, String>>();
        for (ReceivedFile file : files.all(handle, ids)) {
            facts.put(file.sha256(), file.metadata());
        }
        return facts;
    }
}
