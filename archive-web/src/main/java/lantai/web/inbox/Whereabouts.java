package lantai.web.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.FileList.Earlier;
import lantai.record.Item;
import org.jdbi.v3.core.Handle;

/** Tells where the bytes of a file lie already, as far as the person who asks may see that place. */
public final class Whereabouts {
    private final Inbox inbox;

    Whereabouts(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * One place.
     *
     * @param item the filed item that holds the bytes
     * @param earlier the earliest file with these bytes
     */
    public record Place(Optional<Item> item, Optional<Earlier> earlier) {
        /** {@return reference code, else the path of the earlier file} */
        public Optional<String> name() {
            return item.map(one -> one.referenceCode().text()).or(() -> earlier.map(Earlier::path));
        }
    }

    /** {@return the places of those of these files that were seen before, by file} */
    Map<UUID, Place> of(Handle handle, SignedIn who, List<UUID> files) {
        var earlier = inbox.files().earlier(handle, BatchScope.of(who), files);
        var itemIds = inbox.files().items(handle, files);
        var items = inbox.catalogue().all(handle, List.copyOf(itemIds.values()));
        var visibility = Viewer.visibility(who);
        Map<UUID, Place> places = new HashMap<>();
        for (var file : files) {
            var item = Optional.ofNullable(itemIds.get(file))
                    .flatMap(id -> Optional.ofNullable(items.get(id)))
                    .filter(found -> Viewer.sees(visibility, found));
            var place = new Place(item, Optional.ofNullable(earlier.get(file)));
            if (place.name().isPresent()) {
                places.put(file, place);
            }
        }
        return places;
    }
}
