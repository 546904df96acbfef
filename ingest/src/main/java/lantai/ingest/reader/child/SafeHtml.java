package lantai.ingest.reader.child;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the events of a parser and writes plain text and, beside it, structured text of a few harmless elements: no
 * attribute passes but the spans of table cells, no link, no picture, no style; every character is escaped.
 */
final class SafeHtml extends DefaultHandler {
    private static final Set<String> LAZY = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "b",
            "i",
            "u",
            "li",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot");
    private static final Set<String> EAGER = Set.of("tr", "td", "th");
    private static final Set<String> SILENT =
            Set.of("head", "script", "style", "title", "object", "embed", "applet", "iframe", "template");
    private static final Map<String, String> SAME =
            Map.of("strong", "b", "em", "i", "caption", "p", "address", "p", "header", "p", "footer", "p");
    private static final Set<String> INLINE = Set.of("b", "i", "u");

    private final Draft draft;
    private final Deque<Open> open = new ArrayDeque<>();
    private int silence;
    private boolean lineEmpty = true;

    SafeHtml(Draft draft) {
        this.draft = draft;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        var name = name(localName, qName);
        if (silence > 0 || SILENT.contains(name)) {
            silence++;
            return;
        }
        try {
            start(name, attributes);
        } catch (IOException | Unreadable e) {
            throw new SAXException(e);
        }
    }

    private void start(String name, Attributes attributes) throws IOException, Unreadable {
        if (name.equals("br") || name.equals("hr")) {
            newLine();
            emitOpen();
            draft.html("<" + name + "/>");
            open.push(new Open("", "", true));
        } else if (EAGER.contains(name)) {
            open.push(new Open(name, "<" + name + spans(name, attributes) + ">", false));
            emitOpen();
        } else if (LAZY.contains(name)) {
            if (!INLINE.contains(name)) {
                newLine();
            }
            open.push(new Open(name, "<" + name + ">", false));
        } else {
            open.push(new Open("", "", true));
        }
    }

    private static String spans(String name, Attributes attributes) {
        if (!name.equals("td") && !name.equals("th")) {
            return "";
        }
        var spans = new StringBuilder();
        for (var span : new String[] {"colspan", "rowspan"}) {
            var value = attributes.getValue(span);
            if (value != null && value.matches("[1-9][0-9]{0,2}")) {
                spans.append(' ').append(span).append("=\"").append(value).append('"');
            }
        }
        return spans.toString();
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (silence > 0) {
            silence--;
            return;
        }
        if (open.isEmpty()) {
            return;
        }
        try {
            end(open.pop());
        } catch (IOException | Unreadable e) {
            throw new SAXException(e);
        }
    }

    private void end(Open element) throws IOException, Unreadable {
        if (!element.name().isEmpty() && element.emitted()) {
            draft.html("</" + element.name() + ">");
        }
        switch (element.name()) {
            case "td", "th" -> {
                draft.text("\t");
                lineEmpty = false;
            }
            case "", "b", "i", "u" -> {}
            default -> newLine();
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (silence > 0) {
            return;
        }
        var text = new String(chars, start, length);
        try {
            if (!text.isBlank()) {
                emitOpen();
                lineEmpty = false;
                draft.text(text);
                draft.html(escape(text));
            } else if (!lineEmpty && length > 0) {
                draft.text(text.indexOf('\n') >= 0 ? "\n" : " ");
                draft.html(" ");
            }
        } catch (IOException | Unreadable e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        // the parsers indent with it
    }

    private void newLine() throws IOException, Unreadable {
        if (!lineEmpty) {
            draft.text("\n");
            lineEmpty = true;
        }
    }

    /** Writes the start tags that waited for content, the outermost first. */
    private void emitOpen() throws IOException, Unreadable {
        for (var each = open.descendingIterator(); each.hasNext(); ) {
            var element = each.next();
            if (!element.emitted()) {
                draft.html(element.tag());
                element.emit();
            }
        }
    }

    private static String name(String localName, String qName) {
        var name = (localName.isEmpty() ? qName : localName).toLowerCase(Locale.ROOT);
        return SAME.getOrDefault(name, name);
    }

    /** {@return text with the five characters of markup escaped and what XML forbids replaced} */
    static String escape(CharSequence text) {
        var safe = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t', '\r' -> safe.append(c);
                default -> safe.append(c < ' ' || c == 0xFFFE || c == 0xFFFF ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }

    /** An element that was begun; its tag is written once there is something in it. */
    private static final class Open {
        private final String name;
        private final String tag;
        private boolean emitted;

        Open(String name, String tag, boolean emitted) {
            this.name = name;
            this.tag = tag;
            this.emitted = emitted;
        }

        String name() {
            return name;
        }

        String tag() {
            return tag;
        }

        boolean emitted() {
            return emitted;
        }

        void emit() {
            emitted = true;
        }
    }
}
