package lantai.web.catalogue;

import java.util.List;
import java.util.Optional;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;
import lantai.web.frame.Page;

/**
 * The tree and the records of the place chosen.
 *
 * @param volume the volume chosen, when one is
 * @param total how many records lie in it
 * @param items one page of them
 * @param byVolume whether the category is arranged by volumes
 * @param more whether more follow
 * @param paged whether this is not the first page
 */
public record CatalogueView(
        Page page,
        List<Branch> tree,
        Node node,
        Optional<Volume> volume,
        long total,
        List<Item> items,
        boolean byVolume,
        boolean more,
        boolean paged) {
    public CatalogueView {
        tree = List.copyOf(tree);
        items = List.copyOf(items);
    }

    /** {@return whether the reader may bind records to volumes here} */
    public boolean arranges() {
        return byVolume && page.may(Right.ARRANGE);
    }

    /** {@return the query of the place, for other pages about it} */
    public String query() {
        return "fonds=" + page.encoded(node.fonds()) + "&category=" + page.encoded(node.category()) + "&class="
                + page.encoded(node.classCode())
                + node.year().map(year -> "&year=" + year).orElse("");
    }

    /** {@return the query of what the lists of this page are about} */
    public String listed() {
        return volume.map(chosen -> "volume=" + chosen.id()).orElseGet(this::query);
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
