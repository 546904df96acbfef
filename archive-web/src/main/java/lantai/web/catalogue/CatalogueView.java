package lantai.web.catalogue;

import java.util.List;
import lantai.access.VisibleItems.Node;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * The tree and the records of the place chosen.
 *
 * @param total how many records lie in it
 * @param items one page of them
 * @param more whether more follow
 * @param paged whether this is not the first page
 */
public record CatalogueView(
        Page page, List<Branch> tree, Node node, long total, List<Item> items, boolean more, boolean paged) {
    public CatalogueView {
        tree = List.copyOf(tree);
        items = List.copyOf(items);
    }

    /** {@return the title of a record, personal numbers masked} */
    public String title(Item item) {
        return PersonalNumbers.masked(item.title());
    }
}
