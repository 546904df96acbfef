package lantai.ingest.propose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What accepted and corrected documents taught: an immutable snapshot of counts of character pairs for each kind. Its use
 * is a tempered multinomial naive Bayes whose prior is the score of the rules. It holds no text that could be read back:
 * only pairs and how often they came.
 */
public final class Learned {
    private static final Learned NOTHING = new Learned(Map.of());
    private static final int MOST_PAIRS = 8000;
    private static final double UNSEEN_SHARE = 1.0 / 8000;
    private static final double TITLE_SMOOTHING = 12;
    private static final double TEXT_SMOOTHING = 150;
    private static final double TITLE_FACTOR = 2.2;
    private static final double TEXT_FACTOR = 3.5;
    private static final double LEAST = -1;
    private static final double MOST = 10;

    private final Map<String, Lesson> lessons;

    Learned(Map<String, Lesson> lessons) {
        this.lessons = Collections.unmodifiableMap(new TreeMap<>(lessons));
    }

    /**
     * The counts of one kind.
     *
     * @param documents how many taught it
     */
    record Lesson(int documents, Map<String, Integer> title, Map<String, Integer> text) {
        Lesson {
            title = Collections.unmodifiableMap(new TreeMap<>(title));
            text = Collections.unmodifiableMap(new TreeMap<>(text));
        }

        Lesson with(Tokens tokens) {
            return new Lesson(documents + 1, sum(title, tokens.title()), sum(text, tokens.text()));
        }

        private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
            var sum = new HashMap<>(one);
            other.forEach((pair, count) -> sum.merge(pair, count, Integer::sum));
            for (int rare = 1; sum.size() > MOST_PAIRS; rare++) {
                int least = rare;
                sum.values().removeIf(count -> count <= least);
            }
            return sum;
        }
    }

    /** {@return a snapshot that knows nothing} */
    public static Learned nothing() {
        return NOTHING;
    }

    /** {@return a snapshot that knows one decision more} */
    public Learned with(Correction correction) {
        Layout layout = Layout.of(correction.document());
        Tokens tokens = Tokens.of(layout, TitleFinder.lines(layout));
        var more = new HashMap<>(lessons);
        more.merge(correction.kind(), new Lesson(0, Map.of(), Map.of()).with(tokens), (known, _) -> known.with(tokens));
        return new Learned(more);
    }

    /** {@return how many documents taught a kind} */
    public int documents(String kind) {
        Lesson lesson = lessons.get(kind);
        return lesson == null ? 0 : lesson.documents();
    }

    /**
     * Reads a snapshot.
     *
     * @throws lantai.problem.Malformed when the text is not one
     * @throws IOException when the stream fails
     */
    public static Learned parse(InputStream in) throws IOException {
        return new Learned(LearnedJson.read(in));
    }

    /** Writes the snapshot as JSON so that {@link #parse} gives it back. The stream is left open. */
    public void write(OutputStream out) throws IOException {
        LearnedJson.write(lessons, out);
    }

    /** {@return for each learned kind how much the document speaks for it, in log odds; kinds not learned have 0} */
    Map<String, Double> scores(Tokens tokens) {
        var scores = new HashMap<String, Double>();
        for (Map.Entry<String, Lesson> entry : lessons.entrySet()) {
            Lesson lesson = entry.getValue();
            double title = TITLE_FACTOR
                    * likelihood(tokens.title(), lesson.title(), others(entry.getKey(), true), TITLE_SMOOTHING);
            double text = TEXT_FACTOR
                    * likelihood(tokens.text(), lesson.text(), others(entry.getKey(), false), TEXT_SMOOTHING);
            double practice = lesson.documents() / (lesson.documents() + 0.7);
            scores.put(entry.getKey(), Math.clamp(practice * (title + text), LEAST, MOST));
        }
        return scores;
    }

    /** The counts of all kinds but one: what is common is no sign of that one. */
    private Map<String, Integer> others(String kind, boolean title) {
        var others = new HashMap<String, Integer>();
        lessons.forEach((other, lesson) -> {
            if (!other.equals(kind)) {
                (title ? lesson.title() : lesson.text())
                        .forEach((pair, count) -> others.merge(pair, count, Integer::sum));
            }
        });
        return others;
    }

    /** The mean log likelihood ratio of a document's pairs between a kind and the background of all others. */
    private static double likelihood(
            Map<String, Integer> document, Map<String, Integer> kind, Map<String, Integer> others, double smoothing) {
        double kindSize = total(kind);
        double othersSize = total(others);
        double sum = 0;
        int pairs = 0;
        for (String pair : document.keySet()) {
            double elsewhere = othersSize == 0 ? 0 : others.getOrDefault(pair, 0) / othersSize;
            double background = (UNSEEN_SHARE + elsewhere) / 2;
            double here = (kind.getOrDefault(pair, 0) + smoothing * background) / (kindSize + smoothing);
            sum += Math.clamp(Math.log(here / background), -3, 3);
            pairs++;
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private static double total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
