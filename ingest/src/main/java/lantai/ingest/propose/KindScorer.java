package lantai.ingest.propose;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Weighs the kinds: the rules' phrases give the prior, what was learned the rest. */
final class KindScorer {
    private static final double UNKNOWN = 1.5;
    private static final double OTHER_LINES = 0.55;
    private static final double FURTHER_PHRASES = 0.3;
    private static final double MOST_BY_TEXT = 4.5;
    private static final double MISREAD = 0.8;
    private static final double LEAST_LINE_SCORE = 0.3;
    private static final double TOPIC = 0.5;
    private static final Pattern FORM_WORDS =
            Pattern.compile("(?:申请|登记|审批|审核|备案|认定|核定|确认|办理|待遇|人员|信息|费用|明细|汇总|情况|结算|使用|变更|报销|享受|材料|业务|个人|单位|职工|居民"
                    + "|表格|表|单|书|卡|册|证|件|及|与|和|之|的|\\([^()]*\\)|[\\s、·-])*");

    private final KindRules rules;
    private final Learned learned;

    KindScorer(KindRules rules, Learned learned) {
        this.rules = rules;
        this.learned = learned;
    }

    /**
     * One kind with its share of all that speaks for any kind.
     *
     * @param score in log odds
     * @param probability 0 to 1, the rest being unknown kinds
     */
    record Rated(KindRule kind, double score, double probability, Optional<Span> span) {}

    /** {@return the kinds, the likeliest first} */
    List<Rated> rate(Scene scene, List<TitleFinder.Line> titles) {
        Map<String, Double> lessons = learned.scores(Tokens.of(scene.layout(), TitleFinder.lines(scene.layout())));
        String text = scene.layout().strips().stream().map(Strip::text).collect(Collectors.joining());
        String file =
                Folding.fold(scene.document().folder() + '/' + scene.document().fileName());
        var scores = new HashMap<KindRule, Double>();
        for (KindRule kind : rules.kinds()) {
            if (kind.allows(scene.document().mime())) {
                double score = byTitle(kind, titles)
                        + byText(kind, text)
                        + sum(kind, Phrase.Where.FILE_NAME, file)
                        + lessons.getOrDefault(kind.code(), 0.0);
                scores.put(kind, score);
            }
        }
        double all = Math.exp(UNKNOWN)
                + scores.values().stream().mapToDouble(Math::exp).sum()
                - scores.size();
        return scores.entrySet().stream()
                .map(entry -> new Rated(
                        entry.getKey(),
                        entry.getValue(),
                        Math.clamp((Math.exp(entry.getValue()) - 1) / Math.max(all, 1), 0, 1),
                        place(entry.getKey(), titles)))
                .filter(rated -> rated.score > 0)
                .sorted(Comparator.comparingDouble(Rated::score).reversed().thenComparing(rated -> rated.kind.code()))
                .toList();
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
