package lantai.web.item;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.search.PersonalNumbers;
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

    /** {@return the same XHTML with marks around what the question finds, personal numbers masked} */
    static String marked(String xhtml, TextMatch match) {
        var marked = new StringBuilder(xhtml.length() + 256);
        var parts = PART.matcher(xhtml);
        while (parts.find()) {
            var part = parts.group();
            if (part.startsWith("<")) {
                marked.append(part);
            } else {
                append(marked, plain(part), match);
            }
        }
        return marked.toString();
    }

    private static void append(StringBuilder out, String text, TextMatch match) {
        var masked = PersonalNumbers.masked(text);
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
