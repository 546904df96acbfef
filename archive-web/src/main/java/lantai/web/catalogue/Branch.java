package lantai.web.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lantai.access.VisibleItems.Count;
import lantai.access.VisibleItems.Node;
import lantai.classification.Category;
import lantai.scheme.ClassificationScheme;

/**
 * One place of the tree with what lies below it.
 *
 * @param volume id of the volume it is, {@link Volumes#LOOSE} for what lies in none, empty for a place
 * @param name in words
 * @param items how many items that the reader may see lie in it
 * @param chosen whether the reader looks at it or at something below it
 * @param below filled where the branch is chosen
 */
public record Branch(Node node, String volume, String name, long items, boolean chosen, List<Branch> below) {
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
            link.append("&class=")
                    .append(java.net.URLEncoder.encode(node.classCode(), java.nio.charset.StandardCharsets.UTF_8));
        }
        node.year().ifPresent(year -> link.append("&year=").append(year));
        if (!volume.isEmpty()) {
            link.append("&volume=").append(volume);
        }
        return link.toString();
    }

    /** {@return the tree over these counts, opened along the way to a node} */
    static List<Branch> tree(
            List<Count> counts, Volumes at, ClassificationScheme scheme, Function<String, String> fonds) {
        return level(counts, Count::fonds, key -> (own, all) -> {
            var chosen = at.node().fonds().equals(key);
            var node = new Node(key, "", "", Optional.empty());
            var name = key + ' ' + fonds.apply(key);
            return new Branch(node, "", name, all, chosen, chosen ? categories(own, at, scheme) : List.of());
        });
    }

    private static List<Branch> categories(List<Count> counts, Volumes at, ClassificationScheme scheme) {
        return level(counts, Count::category, key -> (own, all) -> {
            var chosen = at.node().category().equals(key);
            var node = new Node(at.node().fonds(), key, "", Optional.empty());
            var name = Category.of(key).map(Category::chinese).orElse(key);
            return new Branch(node, "", name, all, chosen, chosen ? classes(own, at, scheme) : List.of());
        });
    }

    private static List<Branch> classes(List<Count> counts, Volumes at, ClassificationScheme scheme) {
        return level(counts, Count::classCode, key -> (own, all) -> {
            var chosen = at.node().classCode().equals(key);
            var node = new Node(at.node().fonds(), at.node().category(), key, Optional.empty());
            var name = key.isEmpty() ? "—" : key + ' ' + scheme.nameOf(key);
            return new Branch(node, "", name, all, chosen, chosen ? years(own, at) : List.of());
        });
    }

    private static List<Branch> years(List<Count> counts, Volumes at) {
        return level(counts, count -> Integer.toString(count.year()), key -> (_, all) -> {
            var year = Optional.of(Integer.valueOf(key));
            var node =
                    new Node(at.node().fonds(), at.node().category(), at.node().classCode(), year);
            var chosen = at.node().year().equals(year);
            return new Branch(node, "", key, all, chosen, chosen ? at.branches() : List.of());
        });
    }

    /** Makes a branch of its counts. */
    private interface Maker {
        Branch of(List<Count> own, long all);
    }

    private static List<Branch> level(List<Count> counts, Function<Count, String> key, Function<String, Maker> make) {
        var groups = new java.util.LinkedHashMap<String, List<Count>>();
        counts.forEach(count ->
                groups.computeIfAbsent(key.apply(count), _ -> new ArrayList<>()).add(count));
        return groups.entrySet().stream()
                .map(group -> make.apply(group.getKey())
                        .of(
                                group.getValue(),
                                group.getValue().stream()
                                        .mapToLong(Count::items)
                                        .sum()))
                .toList();
    }
}
