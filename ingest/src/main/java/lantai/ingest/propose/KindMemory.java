package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How like a document is to those that taught each kind: naive Bayes over the presence of pairs and triples of characters
 * against the mean of all kinds, and beside it the familiarity, by which a kind that nobody taught is told from all that were.
 */
final class KindMemory {
    /** How many documents the common wording counts for beside those of a kind. */
    private static final double SMOOTHING = 2;

    private static final double RARE = 0.02;
    /** Kinds not met yet: with few kinds taught, what they share must not pass for a sign of one of them. */
    private static final int KINDS_TO_COME = 3;
    /** How often the words of common labels are expected in any paper. */
    private static final double COMMON = 0.5;

    private static final double WEIGHT = 0.05;
    private static final double LEAST = -3;
    private static final double MOST = 12;
    private static final double FEW = 0.7;
    private static final double FAMILIAR = 8;
    /** As familiar as papers of kinds that nobody taught are. */
    private static final double STRANGE = 0.1;

    private static final int WORDS_SHOWN = 4;
    private static final int LONGEST_WORD = 8;
    private static final double SPEAKS = 1;

    private final Map<String, Learned.Lesson> lessons;
    private final Map<String, Double> title;
    private final Map<String, Double> text;
    private final double floor;

    /** @param labels whose words any paper may have */
    KindMemory(Learned learned, List<Label> labels) {
        this.lessons = learned.lessons();
        this.floor = RARE / (lessons.size() + KINDS_TO_COME);
        this.title = new HashMap<>();
        this.text = new HashMap<>();
        lessons.values().forEach(lesson -> {
            add(lesson.title(), lesson.documents(), title);
            add(lesson.text(), lesson.documents(), text);
        });
        var common = new HashSet<String>();
        labels.forEach(label -> Tokens.collect(label.text(), common));
        common.forEach(token -> text.computeIfPresent(token, (_, share) -> Math.max(share, COMMON)));
    }

    private void add(Map<String, Integer> counts, int documents, Map<String, Double> shares) {
        double each = 1.0 / documents / (lessons.size() + KINDS_TO_COME);
        counts.forEach((token, count) -> shares.merge(token, count * each, Double::sum));
    }

    /**
     * A document beside one kind.
     *
     * @param documents that taught the kind, at least 1
     * @param evidence the sum over the tokens, in log odds against any other kind
     * @param mean the same for each token of the text
     * @param familiarity 0 to 1: the share of what is unusual in the document that is usual in the kind
     */
    record Likeness(int documents, double evidence, double mean, double familiarity) {
        /** {@return how much it speaks for the kind beside the rules, in log odds} */
        double score() {
            double known = FAMILIAR * Math.max(0, familiarity - STRANGE);
            return documents / (documents + FEW) * (Math.clamp(WEIGHT * evidence, LEAST, MOST) + known);
        }
    }

    boolean isEmpty() {
        return lessons.isEmpty();
    }

    /** {@return the likeness to each kind that was taught} */
    Map<String, Likeness> likeness(Tokens tokens) {
        var likeness = new HashMap<String, Likeness>();
        lessons.forEach((kind, lesson) -> likeness.put(kind, likeness(tokens, lesson)));
        return likeness;
    }

    private Likeness likeness(Tokens tokens, Learned.Lesson lesson) {
        double evidence = 0;
        double unusual = 0;
        double familiar = 0;
        for (String token : tokens.text()) {
            double share = text.getOrDefault(token, 0.0);
            int count = lesson.text().getOrDefault(token, 0);
            double weight = -Math.log(Math.min(1, share + floor));
            unusual += weight;
            familiar += weight * Math.min(1, 2.0 * count / lesson.documents());
            evidence += share > 0 ? logOdds(count, lesson.documents(), share) : 0;
        }
        double byText = evidence;
        for (String token : tokens.title()) {
            double share = title.getOrDefault(token, 0.0);
            evidence += share > 0 ? logOdds(lesson.title().getOrDefault(token, 0), lesson.documents(), share) : 0;
        }
        return new Likeness(
                lesson.documents(),
                evidence,
                tokens.text().isEmpty() ? 0 : byText / tokens.text().size(),
                unusual == 0 ? 0 : familiar / unusual);
    }

    private double logOdds(int count, int documents, double share) {
        double usual = share + floor;
        return Math.log((count + SMOOTHING * usual) / ((documents + SMOOTHING) * usual));
    }

    /** {@return the words of a document that spoke most for a kind, the strongest first} */
    List<String> words(Layout layout, String kind) {
        Learned.Lesson lesson = Optional.ofNullable(lessons.get(kind)).orElse(Learned.Lesson.none());
        var found = new HashMap<String, Double>();
        for (Strip strip : layout.strips()) {
            words(strip.text(), lesson, found);
        }
        var words = new ArrayList<String>();
        found.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(word -> word.codePoints().allMatch(Character::isLetter))
                .filter(word -> words.stream().noneMatch(word::contains) && words.size() < WORDS_SHOWN)
                .forEach(words::add);
        return words;
    }

    /** Runs of characters of which every neighbouring pair speaks for the kind. */
    private void words(String line, Learned.Lesson lesson, Map<String, Double> found) {
        int from = 0;
        double sum = 0;
        for (int i = 0; i + 1 <= line.length(); i++) {
            String pair = i + 2 <= line.length() ? line.substring(i, i + 2) : "";
            double share = text.getOrDefault(pair, 0.0);
            double odds = share > 0 ? logOdds(lesson.text().getOrDefault(pair, 0), lesson.documents(), share) : 0;
            if (odds >= SPEAKS) {
                sum += odds;
            } else {
                if (sum > 0 && i + 1 - from <= LONGEST_WORD) {
                    found.merge(line.substring(from, i + 1), sum, Math::max);
                }
                from = i + 1;
                sum = 0;
            }
        }
    }
}
