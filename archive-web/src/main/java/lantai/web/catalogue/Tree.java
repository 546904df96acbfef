package lantai.web.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lantai.access.Kept;
import lantai.access.VisibleItems.Count;
import lantai.access.VisibleItems.Node;
import lantai.classification.Category;
import lantai.scheme.ClassificationScheme;

/**
 * Makes the branches of the tree: fonds, category, class, year, opened along the way to the place that the reader looks at. Below a
 * fonds stands, after its categories, the view of its electronic records over all categories.
 *
 * @param at where the reader is
 * @param leaves what lies below the year that he has opened: volumes or photo groups
 * @param fonds gives the name of a fonds by its number
 * @param electronic what the view of the electronic records is called
 */
record Tree(
        Node at, List<Branch> leaves, ClassificationScheme scheme, Function<String, String> fonds, String electronic) {
    Tree {
        leaves = List.copyOf(leaves);
    }

    /** {@return the branches over these counts} */
    List<Branch> over(List<Count> counts) {
        var kept = at.kept() == Kept.ELECTRONIC ? Kept.ANY : at.kept();
        return level(counts, kept, Count::fonds, key -> (own, all) -> {
            var chosen = at.fonds().equals(key);
            var node = new Node(key, "", "", Optional.empty(), kept);
            var below = new ArrayList<Branch>();
            if (chosen) {
                below.addAll(categories(own, kept));
                electronic(own, key).ifPresent(below::add);
            }
            return new Branch(node, "", key + ' ' + fonds.apply(key), all, chosen, below);
        });
    }

    private Optional<Branch> electronic(List<Count> counts, String fondsNumber) {
        var all = counts.stream().mapToLong(Kept.ELECTRONIC::of).sum();
        var chosen = at.kept() == Kept.ELECTRONIC;
        var node = new Node(fondsNumber, "", "", Optional.empty(), Kept.ELECTRONIC);
        return all == 0 && !chosen
                ? Optional.empty()
                : Optional.of(new Branch(
                        node, "", electronic, all, chosen, chosen ? categories(counts, Kept.ELECTRONIC) : List.of()));
    }

    private List<Branch> categories(List<Count> counts, Kept kept) {
        return level(counts, kept, Count::category, key -> (own, all) -> {
            var chosen = at.kept() == kept && at.category().equals(key);
            var node = new Node(at.fonds(), key, "", Optional.empty(), kept);
            var name = Category.of(key).map(Category::chinese).orElse(key);
            return new Branch(node, "", name, all, chosen, chosen ? classes(own) : List.of());
        });
    }

    private List<Branch> classes(List<Count> counts) {
        return level(counts, at.kept(), Count::classCode, key -> (own, all) -> {
            var chosen = at.classCode().equals(key);
            var node = new Node(at.fonds(), at.category(), key, Optional.empty(), at.kept());
            var name = key.isEmpty() ? "—" : key + ' ' + scheme.nameOf(key);
            return new Branch(node, "", name, all, chosen, chosen ? years(own) : List.of());
        });
    }

    private List<Branch> years(List<Count> counts) {
        return level(counts, at.kept(), count -> Integer.toString(count.year()), key -> (_, all) -> {
            var year = Optional.of(Integer.valueOf(key));
            var node = new Node(at.fonds(), at.category(), at.classCode(), year, at.kept());
            var chosen = at.year().equals(year);
            return new Branch(node, "", key, all, chosen, chosen ? leaves : List.of());
        });
    }

    /** Makes a branch of its counts. */
    private interface Maker {
        Branch of(List<Count> own, long all);
    }

    private static List<Branch> level(
            List<Count> counts, Kept kept, Function<Count, String> key, Function<String, Maker> make) {
        var groups = new LinkedHashMap<String, List<Count>>();
        counts.stream()
                .filter(count -> kept.of(count) > 0)
                .forEach(count -> groups.computeIfAbsent(key.apply(count), _ -> new ArrayList<>())
                        .add(count));
        return groups.entrySet().stream()
                .map(group -> make.apply(group.getKey())
                        .of(
                                group.getValue(),
                                group.getValue().stream().mapToLong(kept::of).sum()))
                .toList();
    }
}
