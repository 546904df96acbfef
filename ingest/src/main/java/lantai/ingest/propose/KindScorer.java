package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weighs the kinds: the phrases of the rules give the prior, what was learned the rest. */
final class KindScorer {
    private static final double UNKNOWN = 1.5;
    private static final double OTHER_LINES = 0.55;
    private static final double FURTHER_PHRASES = 0.3;
    private static final double[] SHARES = {0, 0.3, 0.6, 0.75, 0.85, 0.9, 0.94, 1};
    private static final double[] RIGHT = {0, 0.25, 0.35, 0.5, 0.65, 0.78, 0.92, 1};
    private static final double MOST_BY_TEXT = 4.5;
    private static final double MISREAD = 0.8;
    private static final double LEAST_LINE_SCORE = 0.3;
    private static final double TOPIC = 0.5;
    private static final Pattern FORM_WORDS =
            Pattern.compile("(?:申请|登记|审批|审核|备案|认定|核定|确认|办理|待遇|人员|信息|费用|明细|汇总|情况|结算|使用|变更|报销|享受|材料|业务|个人|单位|职工|居民"
                    + "|表格|表|单|书|卡|册|证|件|及|与|和|之|的|\\([^()]*\\)|[\\s、·-])*");

    private final KindRules rules;
    private final KindMemory memory;

    KindScorer(KindRules rules, KindMemory memory) {
        this.rules = rules;
        this.memory = memory;
    }

    /**
     * One kind with its share of all that speaks for any kind.
     *
     * @param score in log odds
     * @param probability 0 to 1, the rest being unknown kinds
     * @param span of the title that speaks for it
     * @param words of the text that spoke for it, learned from earlier documents
     */
    record Rated(KindRule kind, double score, double probability, Optional<Span> span, List<String> words) {
        Rated {
            words = List.copyOf(words);
        }
    }

    /** {@return the kinds, the likeliest first} */
    List<Rated> rate(Scene scene, List<TitleFinder.Line> titles) {
        Map<String, KindMemory.Likeness> likeness = memory.isEmpty()
                ? Map.of()
                : memory.likeness(Tokens.of(scene.layout(), TitleFinder.lines(scene.layout())));
        String text = scene.layout().strips().stream().map(Strip::text).collect(Collectors.joining());
        String file =
                Folding.fold(scene.document().folder() + '/' + scene.document().fileName());
        var scores = new HashMap<KindRule, Double>();
        for (KindRule kind : rules.kinds()) {
            if (kind.allows(scene.document().mime())) {
                double score = byTitle(kind, titles)
                        + byText(kind, text)
                        + sum(kind, Phrase.Where.FILE_NAME, file)
                        + Optional.ofNullable(likeness.get(kind.code()))
                                .map(KindMemory.Likeness::score)
                                .orElse(0.0);
                scores.put(kind, score);
            }
        }
        double all = Math.exp(UNKNOWN)
                + scores.values().stream()
                        .mapToDouble(score -> Math.exp(Math.max(0, score)) - 1)
                        .sum();
        List<Rated> rated = scores.entrySet().stream()
                .map(entry -> new Rated(
                        entry.getKey(),
                        entry.getValue(),
                        byRules(Math.clamp((Math.exp(entry.getValue()) - 1) / all, 0, 1)),
                        place(entry.getKey(), titles),
                        List.of()))
                .filter(item -> item.score > 0)
                .sorted(Comparator.comparingDouble(Rated::score).reversed().thenComparing(item -> item.kind.code()))
                .toList();
        return rated.isEmpty()
                ? rated
                : weighed(scene, rated, likeness.get(rated.getFirst().kind.code()));
    }

    /** The share of such answers that were right on papers of the measurement: between the points of a curve. */
    private static double byRules(double share) {
        int point = 1;
        while (SHARES[point] < share) {
            point++;
        }
        double within = (share - SHARES[point - 1]) / (SHARES[point] - SHARES[point - 1]);
        return RIGHT[point - 1] + within * (RIGHT[point] - RIGHT[point - 1]);
    }

    /** The first kind as sure as its likeness makes it; the others share at most what is left. */
    private List<Rated> weighed(Scene scene, List<Rated> rated, KindMemory.@Nullable Likeness likeness) {
        if (likeness == null) {
            return rated;
        }
        Rated first = rated.getFirst();
        double margin = first.score - (rated.size() > 1 ? rated.get(1).score : 0);
        double sure = certainty(likeness, margin);
        double others = Math.min(1, (1 - sure) / Math.max(1e-9, 1 - first.probability));
        var weighed = new ArrayList<Rated>();
        weighed.add(
                new Rated(first.kind, first.score, sure, first.span, memory.words(scene.layout(), first.kind.code())));
        for (Rated item : rated.subList(1, rated.size())) {
            weighed.add(new Rated(item.kind, item.score, item.probability * others, item.span, List.of()));
        }
        return weighed;
    }

    /**
     * The share of such answers that were right, a logistic curve fitted on papers of the measurement's seed 1: 1 to 20 examples of 2 to
     * 44 kinds, kinds never taught among them.
     */
    private static double certainty(KindMemory.Likeness likeness, double margin) {
        double sum = -3.8
                + 23 * Math.min(0.5, likeness.familiarity())
                + 6.8 * Math.min(1, likeness.mean())
                - 1.2 * Math.log(Math.min(20, likeness.documents()))
                + 0.55 * Math.min(8, margin);
        return 1 / (1 + Math.exp(-sum));
    }

    private static double byTitle(KindRule kind, List<TitleFinder.Line> titles) {
        double best = 0;
        double rest = 0;
        for (int i = 0; i < titles.size(); i++) {
            TitleFinder.Line line = titles.get(i);
            double factor = i == 0 ? 1 : line.score() < LEAST_LINE_SCORE ? 0 : OTHER_LINES;
            for (Phrase phrase : kind.phrases()) {
                double match = phrase.where() == Phrase.Where.TITLE
                        ? match(phrase.text(), line.span().text())
                        : 0;
                if (match > 0) {
                    double covered = Math.min(
                            1,
                            (double) phrase.text().length() / line.span().text().length());
                    double points = phrase.weight()
                            * factor
                            * match
                            * (0.7 + 0.3 * covered)
                            * (namesTopic(phrase.text(), line.span().text()) ? TOPIC : 1);
                    if (points < 0) {
                        rest += points / FURTHER_PHRASES;
                    } else {
                        rest += Math.min(points, best);
                        best = Math.max(points, best);
                    }
                }
            }
        }
        return best + FURTHER_PHRASES * rest;
    }

    /** Whether a title goes on after a phrase with other than the words of forms: then the phrase is its topic, not its genre. A word
     * such as 浅谈 opens a title. */
    private static boolean namesTopic(String phrase, String line) {
        int at = line.lastIndexOf(phrase);
        boolean opensShort = at == 0 && phrase.length() == 2;
        return at >= 0
                && !opensShort
                && !FORM_WORDS.matcher(line.substring(at + phrase.length())).matches();
    }

    private static double byText(KindRule kind, String text) {
        return Math.min(MOST_BY_TEXT, sum(kind, Phrase.Where.ANYWHERE, text));
    }

    private static double sum(KindRule kind, Phrase.Where where, String text) {
        return kind.phrases().stream()
                .filter(phrase -> phrase.where() == where && text.contains(phrase.text()))
                .mapToDouble(Phrase::weight)
                .sum();
    }

    private static Optional<Span> place(KindRule kind, List<TitleFinder.Line> titles) {
        return titles.stream()
                .map(TitleFinder.Line::span)
                .filter(span -> kind.phrases().stream()
                        .anyMatch(phrase ->
                                phrase.where() == Phrase.Where.TITLE && match(phrase.text(), span.text()) > 0))
                .findFirst();
    }

    /** 1 when the phrase stands in the line, less when one of at least six characters is misread, else 0. */
    private static double match(String phrase, String line) {
        if (line.contains(phrase)) {
            return 1;
        }
        if (phrase.length() >= 6) {
            for (int from = 0; from + phrase.length() <= line.length(); from++) {
                int differences = 0;
                for (int i = 0; i < phrase.length() && differences < 2; i++) {
                    differences += phrase.charAt(i) == line.charAt(from + i) ? 0 : 1;
                }
                if (differences < 2) {
                    return MISREAD;
                }
            }
        }
        return 0;
    }
}
