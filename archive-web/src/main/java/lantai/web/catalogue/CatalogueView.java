package lantai.web.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.access.Kept;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.photo.PhotoGroup;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;
import lantai.web.frame.Page;
import lantai.web.volume.PlaceWords;

/**
 * The tree and the records of the place chosen.
 *
 * @param forms how many records of the place are here in which form
 * @param volume the volume chosen, when one is
 * @param group the photo group chosen, when one is
 * @param total how many records lie in it
 * @param items one page of them
 * @param withFiles those of the page of which there are files
 * @param byVolume whether the category is arranged by volumes
 * @param byGroup whether there are photo groups here
 * @param more whether more follow
 * @param paged whether this is not the first page
 */
public record CatalogueView(
        Page page,
        List<Branch> tree,
        Map<Kept, Long> forms,
        Node node,
        Optional<Volume> volume,
        Optional<PhotoGroup> group,
        long total,
        List<Item> items,
        Set<UUID> withFiles,
        boolean byVolume,
        boolean byGroup,
        boolean more,
        boolean paged) {
    public CatalogueView {
        tree = List.copyOf(tree);
        items = List.copyOf(items);
        forms = Map.copyOf(forms);
        withFiles = Set.copyOf(withFiles);
    }

    /** {@return the address of the same place, narrowed} */
    public String link(Kept kept) {
        return "/catalogue?" + placed(node.of(kept));
    }

    /** {@return whether an entry has no original (有目录无原文)} */
    public boolean isWithoutFiles(Item item) {
        return !withFiles.contains(item.id());
    }

    /** {@return how many pages it has, a dash for what has none} */
    public static String pages(Item item) {
        return item.pageCount() == 0 ? "—" : Integer.toString(item.pageCount());
    }

    /** {@return whether the reader may bind records to volumes here} */
    public boolean arranges() {
        return byVolume && page.may(Right.ARRANGE);
    }

    /** {@return the query of the place, for other pages about it} */
    public String query() {
        return placed(node);
    }

    private String placed(Node place) {
        return PlaceWords.query(place)
                + (place.kept() == Kept.ANY ? "" : "&kept=" + place.kept().code());
    }

    /** {@return the query of what the lists of this page are about} */
    public String listed() {
        return volume.map(chosen -> "volume=" + chosen.id())
                .or(() -> group.map(chosen -> "group=" + chosen.id()))
                .orElseGet(this::query);
    }

    /** {@return the lists that this page can print} */
    public String[] lists() {
        if (volume.isPresent()) {
            return new String[] {"volume", "note", "transfer"};
        }
        if (group.isPresent()) {
            return new String[] {"photos"};
        }
        if (byVolume) {
            return new String[] {"items", "volumes", "register", "transfer"};
        }
        return byGroup
                ? new String[] {"items", "photos", "register", "transfer"}
                : new String[] {"items", "register", "transfer"};
    }

    /** {@return the title of a photo group, personal numbers masked} */
    public String title(PhotoGroup shown) {
        return PersonalNumbers.masked(shown.words().title());
    }

    /** {@return the title of a volume, personal numbers masked} */
    public String title(Volume shown) {
        return PersonalNumbers.masked(shown.title());
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(Item item) {
        return PersonalNumbers.masked(item.title());
    }
}
