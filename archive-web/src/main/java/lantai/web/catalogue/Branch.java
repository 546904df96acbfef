package lantai.web.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lantai.access.Kept;
import lantai.access.VisibleItems.Node;

/**
 * One place of the tree with what lies below it.
 *
 * @param leaf what narrows the place further, as a part of the query: {@code volume=ID} or {@code group=ID}; empty for a place
 * @param name in words
 * @param items how many items that the reader may see lie in it
 * @param chosen whether the reader looks at it or at something below it
 * @param below filled where the branch is chosen
 */
public record Branch(Node node, String leaf, String name, long items, boolean chosen, List<Branch> below) {
    public Branch {
        below = List.copyOf(below);
    }

    /** {@return the query that leads here} */
    public String link() {
        var link = new StringBuilder("/catalogue?fonds=").append(node.fonds());
        if (!node.category().isEmpty()) {
            link.append("&category=").append(node.category());
        }
        if (!node.classCode().isEmpty()) {
            link.append("&class=").append(URLEncoder.encode(node.classCode(), StandardCharsets.UTF_8));
        }
        node.year().ifPresent(year -> link.append("&year=").append(year));
        if (node.kept() != Kept.ANY) {
            link.append("&kept=").append(node.kept().code());
        }
        if (!leaf.isEmpty()) {
            link.append('&').append(leaf);
        }
        return link.toString();
    }
}
