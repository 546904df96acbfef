package lantai.ingest.propose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What accepted and corrected documents taught: an immutable snapshot that tells for each kind in how many of its documents
 * each pair and triple of characters came. It holds no text that could be read back. How it is used, {@link KindMemory}
 * tells.
 */
public final class Learned {
    private static final Learned NOTHING = new Learned(Map.of());

    private final Map<String, Lesson> lessons;

    private Learned(Map<String, Lesson> lessons) {
        this.lessons = Collections.unmodifiableMap(new TreeMap<>(lessons));
    }

    /**
     * What one kind taught.
     *
     * @param documents how many taught it; old ones fade, see {@link #with}
     * @param title in how many of them a token stood in a line that may be the title
     * @param text in how many it stood anywhere
     */
    public record Lesson(int documents, Map<String, Integer> title, Map<String, Integer> text) {
        /** From here on the older documents count half, so that a form that is no longer used is forgotten. */
        private static final int MOST_DOCUMENTS = 400;

        private static final int MOST_TOKENS = 12_000;
        private static final Lesson NONE = new Lesson(0, Map.of(), Map.of());

        public Lesson {
            title = Collections.unmodifiableMap(new TreeMap<>(title));
            text = Collections.unmodifiableMap(new TreeMap<>(text));
        }

        /** {@return a lesson that nothing taught yet} */
        public static Lesson none() {
            return NONE;
        }

        /** {@return the lesson with one document more} */
        public Lesson with(ReadDocument document) {
            Layout layout = Layout.of(document);
            Tokens tokens = Tokens.of(layout, TitleFinder.lines(layout));
            if (documents >= MOST_DOCUMENTS) {
                return new Lesson(documents / 2, halved(title), halved(text)).with(tokens);
            }
            return with(tokens);
        }

        private Lesson with(Tokens tokens) {
            return new Lesson(documents + 1, more(title, tokens.title()), more(text, tokens.text()));
        }

        private static Map<String, Integer> more(Map<String, Integer> known, Set<String> tokens) {
            var counts = new HashMap<>(known);
            tokens.forEach(token -> counts.merge(token, 1, Integer::sum));
            for (int rare = 1; counts.size() > MOST_TOKENS; rare++) {
                int least = rare;
                counts.values().removeIf(count -> count <= least);
            }
            return counts;
        }

        private static Map<String, Integer> halved(Map<String, Integer> counts) {
            var halves = new HashMap<String, Integer>();
            counts.forEach((token, count) -> {
                if (count > 1) {
                    halves.put(token, count / 2);
                }
            });
            return halves;
        }

        /**
         * Reads what {@link #write} wrote.
         *
         * @throws lantai.problem.Malformed when the text is no lesson
         * @throws IOException when the stream fails
         */
        public static Lesson parse(InputStream in) throws IOException {
            return LessonJson.read(in);
        }

        /** Writes the lesson as JSON. The stream is left open. */
        public void write(OutputStream out) throws IOException {
            LessonJson.write(this, out);
        }
    }

    /** {@return a snapshot that knows nothing} */
    public static Learned nothing() {
        return NOTHING;
    }

    /** {@return a snapshot of lessons, by the code of their kind} */
    public static Learned of(Map<String, Lesson> lessons) {
        return new Learned(lessons);
    }

    /** {@return a snapshot that knows one decision more} */
    public Learned with(Correction correction) {
        var more = new HashMap<>(lessons);
        more.merge(
                correction.kind(),
                Lesson.none().with(correction.document()),
                (known, _) -> known.with(correction.document()));
        return new Learned(more);
    }

    /** {@return how many documents taught a kind} */
    public int documents(String kind) {
        return lessons.getOrDefault(kind, Lesson.none()).documents();
    }

    /** {@return the lessons, by the code of their kind} */
    public Map<String, Lesson> lessons() {
        return lessons;
    }
}
