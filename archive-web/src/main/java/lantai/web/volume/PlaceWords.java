package lantai.web.volume;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.access.VisibleItems.Node;
import lantai.classification.Category;
import lantai.scheme.ClassificationScheme;
import lantai.web.text.Text;

/** Says a place of the catalogue, to people and in addresses. */
public final class PlaceWords {
    private PlaceWords() {}

    /** {@return a place in words: fonds, class or else category, year; empty for all} */
    public static String told(Text text, ClassificationScheme scheme, Node node) {
        return Stream.of(node.fonds(), name(text, scheme, node), year(node))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String name(Text text, ClassificationScheme scheme, Node node) {
        if (!node.classCode().isEmpty()) {
            return scheme.nameOf(node.classCode());
        }
        return Category.of(node.category())
                .map(category -> text.say("search.category." + category.name()))
                .orElse(node.category());
    }

    /** {@return the parts of a place for an address, as {@link PlaceQuery} reads them} */
    public static String query(Node node) {
        return Stream.of(
                        pair("fonds", node.fonds()),
                        pair("category", node.category()),
                        pair("class", node.classCode()),
                        pair("year", year(node)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> pair(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String year(Node node) {
        return node.year().map(Object::toString).orElse("");
    }
}
