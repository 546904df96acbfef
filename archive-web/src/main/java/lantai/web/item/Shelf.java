package lantai.web.item;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.ingest.derive.PagePictures.Picture;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.Waveform;
import lantai.ocr.PageText;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.storage.StoredBytes;
import lantai.web.item.ReadTables.OneTable;
import org.jdbi.v3.core.Handle;

/**
 * Hands out items to those who may see them. What a reader may not see is not there for him: same exception, same words.
 * Thread-safe.
 */
public final class Shelf {
    private static final String DESCRIPTION = "metadata.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ItemDoors doors;

    public Shelf(ItemDoors doors) {
        this.doors = doors;
    }

    /**
     * Takes an item.
     *
     * @throws NotFound when there is none that this person may see
     */
    public Opened open(SignedIn who, UUID id) {
        return doors.jdbi().withHandle(handle -> open(handle, who, id));
    }

    private Opened open(Handle handle, SignedIn who, UUID id) {
        var item = doors.items()
                .find(handle, id)
                .filter(found -> Viewer.sees(Viewer.visibility(who), found))
                .orElseThrow(() -> new NotFound(ItemProblem.NO_SUCH_ITEM));
        return new Opened(
                item, doors.items().components(handle, id), doors.items().pages(handle, id));
    }

    /** {@return where the master of a component lies} */
    Path master(Item item, Component component) {
        return doors.store().file(item.objectId(), component.path());
    }

    /** {@return the bytes of the master of a component} */
    StoredBytes bytes(Item item, Component component) {
        return doors.store().bytes(item.objectId(), component.path());
    }

    /**
     * The picture of a page, made now when it is wanted for the first time.
     *
     * @throws lantai.problem.Refused when none can be made
     */
    Picture picture(Opened opened, ItemPage page) {
        var component = opened.component(page.component());
        return doors.pictures()
                .picture(
                        component.fixity().sha256(),
                        master(opened.item(), component),
                        Opened.kind(component),
                        page.componentPage(),
                        page.turn());
    }

    /**
     * How loud a recording is, listened to now when it is wanted for the first time.
     *
     * @throws Refused when it cannot be decoded
     */
    Waveform waveform(Opened opened, int ordinal) {
        var component = opened.component(ordinal);
        if (!ComponentView.isDecoded(component)) {
            throw new Refused(ItemProblem.NO_WAVEFORM, ReadingState.UNSUPPORTED.code());
        }
        var waveform = doors.waveforms().of(component.fixity().sha256(), master(opened.item(), component));
        if (waveform.state() != ReadingState.READ) {
            throw new Refused(ItemProblem.NO_WAVEFORM, waveform.state().code());
        }
        return waveform;
    }

    /** {@return the sum of money in yuan that the description of an item names, digits with a point, or empty} */
    String amount(Opened opened) {
        var object = opened.item().objectId();
        if (!doors.store().paths(object).contains(DESCRIPTION)) {
            return "";
        }
        try (var in = doors.store().read(object, DESCRIPTION)) {
            return JSON.readTree(in).path("amount").asText("");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the tables that were read on all pages, in their order} */
    List<OneTable> tables(Opened opened) {
        return opened.pages().stream()
                .flatMap(page ->
                        text(opened, page).stream().flatMap(text -> ReadTables.of(page.number(), text).stream()))
                .toList();
    }

    /** {@return the words of a page with their places, when it was read} */
    Optional<PageText> text(Opened opened, ItemPage page) {
        return doors.texts().page(opened.item(), page);
    }
}
