package lantai.web.item;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.search.TextMatch;
import org.jspecify.annotations.Nullable;

/**
 * Marks the words of a question in the structured text of a document, which the readers have written as XHTML of a few
 * harmless elements. Text and elements are told apart by the angle bracket, which never stands in the text itself.
 */
final class StructuredText {
    private static final Pattern PART = Pattern.compile("<[^>]*>|[^<]+");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));");

    private StructuredText() {}

    /**
     * {@return the same XHTML with marks around what the question finds, personal numbers masked}
     *
     * @param mask hides personal numbers and keeps the length of a text; it is asked for all of it at once, because the label
     *     of a number may stand in another cell
     */
    static String marked(String xhtml, TextMatch match, UnaryOperator<String> mask) {
        var parts = PART.matcher(xhtml).results().map(MatchResult::group).toList();
        var texts = parts.stream()
                .map(part -> part.startsWith("<") ? "" : plain(part))
                .toList();
        var masked = mask.apply(String.join("\n", texts));
        var marked = new StringBuilder(xhtml.length() + 256);
        var at = 0;
        for (var i = 0; i < parts.size(); i++) {
            var text = texts.get(i);
            if (text.isEmpty()) {
                marked.append(parts.get(i));
            } else {
                append(marked, text, masked.substring(at, at + text.length()), match);
            }
            at += text.length() + 1;
        }
        return marked.toString();
    }

    private static void append(StringBuilder out, String text, String masked, TextMatch match) {
        for (var piece : PageWords.pieces(masked, match.find(text))) {
            out.append(piece.marked() ? "<mark>" : "");
            escape(out, piece.text());
            out.append(piece.marked() ? "</mark>" : "");
        }
    }

    private static String plain(String escaped) {
        return ENTITY.matcher(escaped)
                .replaceAll(entity ->
                        Matcher.quoteReplacement(character(entity.group(1), entity.group(2), entity.group(3))));
    }

    private static String character(@Nullable String decimal, @Nullable String hexadecimal, @Nullable String name) {
        if (decimal != null) {
            return point(Integer.parseInt(decimal));
        }
        if (hexadecimal != null) {
            return point(Integer.parseInt(hexadecimal, 16));
        }
        return switch (name == null ? "" : name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "'";
        };
    }

    private static String point(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
    }

    private static void escape(StringBuilder out, String text) {
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(text.charAt(i));
            }
        }
    }
}
