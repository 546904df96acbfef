package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the particulars of a document by the labels of the rule, on whatever page they stand. What is told twice and is the same
 * grows surer, what is told differently less sure; a sum that comes out vouches for all its terms. Immutable and thread-safe.
 */
public final class ParticularFinder {
    private static final double EXACT = 0.97;
    private static final double LONGER = 0.82;
    private static final double UNPARTED = 0.9;
    private static final double AGREEMENT = 0.4;
    private static final double CONTRADICTED = 0.7;
    private static final double SAYS_SOMETHING = 0.5;
    private static final double SUM_HOLDS = 0.3;
    private static final double SUM_DIFFERS = 0.7;
    private static final int MOST = 5;

    private final ParticularRules rules;
    private final Labels labels;
    private final Map<String, List<ParticularShape>> byLabel = new HashMap<>();

    /** @param others labels that end a value, whatever they announce */
    public ParticularFinder(ParticularRules rules, List<Label> others) {
        this.rules = rules;
        Set<String> dates = twice(rules);
        var vocabulary = new LinkedHashMap<String, Label>();
        for (Particular particular : rules.particulars()) {
            for (String word : particular.labels()) {
                Label label = new Label(word, role(particular.type()), EXACT);
                vocabulary.putIfAbsent(label.text(), label);
                byLabel.computeIfAbsent(label.text(), _ -> new ArrayList<>())
                        .add(new ParticularShape(particular, dates.contains(label.text())));
            }
        }
        others.forEach(label -> vocabulary.putIfAbsent(label.text(), label));
        this.labels = new Labels(List.copyOf(vocabulary.values()));
    }

    /** The labels that announce two dates, such as 起止日期. */
    private static Set<String> twice(ParticularRules rules) {
        var once = new HashSet<String>();
        var twice = new HashSet<String>();
        rules.particulars().stream()
                .filter(particular -> particular.type() == ParticularType.DATE)
                .flatMap(particular ->
                        particular.labels().stream().map(Folding::fold).distinct())
                .filter(word -> !once.add(word))
                .forEach(twice::add);
        return twice;
    }

    private static LabelRole role(ParticularType type) {
        return switch (type) {
            case AMOUNT -> LabelRole.OTHER_AMOUNT;
            case DATE -> LabelRole.OTHER_DATE;
            case NUMBER -> LabelRole.DOCUMENT_NUMBER;
            case ORGANISATION -> LabelRole.ORGANISATION;
            case TEXT, COUNT -> LabelRole.OTHER;
        };
    }

    /**
     * Looks for everything that the rule knows.
     *
     * @param kind code of the document kind, whose sums are looked at; may be empty
     * @return by the codes of the particulars their possible values, the surest first; what was not found is left out
     */
    public Map<String, List<ParticularReading>> find(ReadDocument document, String kind) {
        var found = new LinkedHashMap<String, Map<String, ParticularReading>>();
        for (Sheet sheet : Layout.of(document).sheets()) {
            for (Labelled item : Labelling.read(labels, sheet)) {
                if (!item.isListed()) {
                    take(item, found);
                }
            }
        }
        var readings = new LinkedHashMap<String, List<ParticularReading>>();
        for (Particular particular : rules.particulars()) {
            Map<String, ParticularReading> values = found.get(particular.code());
            if (values != null) {
                readings.put(particular.code(), weighed(values));
            }
        }
        for (ParticularSum sum : rules.sums()) {
            if (sum.isOf(kind)) {
                summed(sum, readings);
            }
        }
        return readings;
    }

    private void take(Labelled item, Map<String, Map<String, ParticularReading>> found) {
        String word = item.label().text();
        List<ParticularShape> shapes = byLabel.getOrDefault(word, List.of());
        double weight = Math.min(EXACT, item.label().weight());
        for (int from = 1; shapes.isEmpty() && from < word.length() - 1; from++) {
            shapes = byLabel.getOrDefault(word.substring(from), List.of());
            weight = LONGER;
        }
        double certainty = weight * item.certainty();
        for (ParticularShape shape : shapes) {
            double parted = parted(item, shape.particular().type());
            if (parted > 0) {
                shape.read(item.value()).ifPresent(value -> {
                    var reading = new ParticularReading(
                            value.text(),
                            value.span().shown(),
                            Math.clamp(certainty * parted * value.certainty() * value.reading(), 0, 1),
                            value.span().evidence(),
                            item.reason() + ',' + value.reason());
                    found.computeIfAbsent(shape.particular().code(), _ -> new LinkedHashMap<>())
                            .merge(reading.value(), reading, ParticularFinder::agree);
                });
            }
        }
    }

    /** Words that follow a label without colon or blank are running text. */
    private static double parted(Labelled item, ParticularType type) {
        boolean attached = item.placement() == Labelled.Placement.INLINE
                && item.name().to() == item.value().from()
                && !item.value().strip().opensAt(item.value().from());
        if (!attached) {
            return 1;
        }
        return switch (type) {
            case TEXT, ORGANISATION -> 0;
            case DATE, AMOUNT, COUNT, NUMBER -> UNPARTED;
        };
    }

    private static ParticularReading agree(ParticularReading one, ParticularReading other) {
        boolean first = one.confidence() >= other.confidence();
        ParticularReading stronger = first ? one : other;
        ParticularReading weaker = first ? other : one;
        return one.evidence().equals(other.evidence()) && one.evidence().isPresent()
                ? stronger
                : stronger.withConfidence(
                        1 - (1 - stronger.confidence()) * (1 - AGREEMENT * weaker.confidence()), "agreement");
    }

    private static List<ParticularReading> weighed(Map<String, ParticularReading> values) {
        List<ParticularReading> sorted = values.values().stream()
                .sorted(Comparator.comparingDouble(ParticularReading::confidence)
                        .reversed())
                .limit(MOST)
                .toList();
        boolean contradicted = sorted.stream().skip(1).anyMatch(other -> other.confidence() >= SAYS_SOMETHING);
        return contradicted
                ? sorted.stream()
                        .map(one -> one.withConfidence(one.confidence() * CONTRADICTED, "another-value"))
                        .toList()
                : sorted;
    }

    /** Where a sum comes out only with another reading of one of its terms, and of no other, that reading is the right one. */
    private static void summed(ParticularSum sum, Map<String, List<ParticularReading>> readings) {
        Optional<SumFinding> first = judged(sum, readings, Map.of());
        if (first.isEmpty() || first.get().state() == SumFinding.State.INCOMPLETE) {
            return;
        }
        boolean holds = first.get().state() == SumFinding.State.HOLDS;
        if (!holds) {
            List<Map<String, ParticularReading>> others = sum.terms().stream()
                    .flatMap(term -> readings.getOrDefault(term, List.of()).stream()
                            .skip(1)
                            .map(other -> Map.of(term, other)))
                    .filter(other -> judged(sum, readings, other)
                            .filter(finding -> finding.state() == SumFinding.State.HOLDS)
                            .isPresent())
                    .toList();
            if (others.size() == 1) {
                others.getFirst()
                        .forEach((term, other) ->
                                readings.put(term, first(other, readings.getOrDefault(term, List.of()))));
                holds = true;
            }
        }
        for (String term : sum.terms()) {
            List<ParticularReading> before = readings.get(term);
            if (before != null) {
                ParticularReading best = before.getFirst();
                ParticularReading after = holds
                        ? best.withConfidence(1 - (1 - best.confidence()) * SUM_HOLDS, "sum-holds")
                        : best.withConfidence(Math.min(best.confidence(), SUM_DIFFERS), "sum-differs");
                readings.put(term, first(after, before));
            }
        }
    }

    private static List<ParticularReading> first(ParticularReading chosen, List<ParticularReading> all) {
        var list = new ArrayList<ParticularReading>();
        list.add(chosen);
        all.stream().filter(other -> !other.value().equals(chosen.value())).forEach(list::add);
        return List.copyOf(list);
    }

    private static Optional<SumFinding> judged(
            ParticularSum sum, Map<String, List<ParticularReading>> readings, Map<String, ParticularReading> instead) {
        var amounts = new HashMap<String, BigDecimal>();
        for (String term : sum.terms()) {
            List<ParticularReading> values = readings.get(term);
            if (values != null) {
                amounts.put(
                        term,
                        new BigDecimal(
                                instead.getOrDefault(term, values.getFirst()).value()));
            }
        }
        return sum.judge(amounts);
    }
}
