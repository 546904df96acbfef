package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lantai.classification.Category;

/** Proposes what a document is. Immutable and safe for any number of threads; the same input gives the same proposal. */
public final class Proposer {
    private static final int MOST_KINDS = 5;
    private static final double KNOWN = 0.6;
    private static final double WORTH_SHOWING = 0.55;
    private static final double LESS = 0.9;
    private static final double LEAST_PROBABILITY = 0.01;
    private static final double RETENTION_CONFIRMED = 0.97;
    private static final double RETENTION_TO_CONFIRM = 0.9;
    private static final Set<Field> ALWAYS =
            Set.of(Field.CATEGORY, Field.KIND, Field.TITLE, Field.DATE, Field.RETENTION, Field.YEAR);

    private final Labels labels;
    private final KindScorer scorer;
    private final MediaFinder media;

    /**
     * @param rules how kinds and labels are known
     * @param learned what earlier decisions taught
     */
    public Proposer(KindRules rules, Learned learned) {
        this.labels = new Labels(rules.vocabulary());
        this.scorer = new KindScorer(rules, new KindMemory(learned, rules.labels()));
        this.media = new MediaFinder(rules);
    }

    /** {@return the possible values of each field} */
    public Proposal propose(ReadDocument document) {
        Scene scene = Scene.of(document, labels);
        List<TitleFinder.Line> titles = TitleFinder.lines(scene);
        List<KindScorer.Rated> rated = media.adjusted(scene, scorer.rate(scene, titles));
        Optional<Span> title = titles.stream().findFirst().map(TitleFinder.Line::span);
        List<Span> forms =
                title.map(span -> TitleFinder.repetitions(scene.layout(), span)).orElse(List.of());

        var candidates = new EnumMap<Field, List<Suggestion>>(Field.class);
        candidates.put(Field.CATEGORY, categories(rated));
        candidates.put(Field.KIND, kinds(rated));
        candidates.put(Field.RETENTION, retentions(rated));
        candidates.put(Field.TITLE, titles(scene, titles, rated));
        candidates.put(
                Field.DATE, dates(DateFinder.find(scene, forms, leading(rated, KindRule::dates)), media.dates(scene)));
        candidates.put(Field.RESPONSIBLE, merged(ResponsibleFinder.find(scene, title), media.senders(scene)));
        candidates.put(Field.PERSON_NAME, PersonFinder.find(scene));
        candidates.put(Field.PERSON_ID, IdFinder.find(scene));
        candidates.put(Field.AMOUNT, AmountFinder.find(scene, forms, leading(rated, KindRule::amounts), counts(rated)));
        candidates.put(Field.DOCUMENT_NUMBER, NumberFinder.find(scene));
        candidates.put(Field.REFERENCE_CODE, ReferenceCodeFinder.find(scene));
        candidates.put(Field.SECRECY_MARK, SecrecyFinder.find(scene));
        if (rated.stream().limit(1).anyMatch(item -> item.kind().category() == Category.YW)) {
            candidates.put(Field.INSURANCE, InsuranceFinder.find(scene, title));
        }
        candidates.put(Field.YEAR, YearFinder.find(title, candidates.getOrDefault(Field.DATE, List.of())));
        var expected = EnumSet.copyOf(ALWAYS);
        rated.stream().limit(1).forEach(item -> expected.addAll(item.kind().expects()));
        double known = rated.stream()
                .limit(1)
                .mapToDouble(KindScorer.Rated::probability)
                .sum();
        candidates
                .entrySet()
                .removeIf(entry -> !expected.contains(entry.getKey())
                        && (entry.getValue().isEmpty() || (known > KNOWN && isNoise(entry.getValue()))));
        return new Proposal(candidates, expected);
    }

    /** Whether the kind, if it is known, has no sum of its own. */
    private static boolean counts(List<KindScorer.Rated> rated) {
        return rated.stream()
                .limit(1)
                .anyMatch(item -> item.probability() > KNOWN
                        && !item.kind().expects().contains(Field.AMOUNT)
                        && item.kind().amounts().isEmpty());
    }

    /** What the kind names, if the kind is known. */
    private static LeadingLabels leading(List<KindScorer.Rated> rated, Function<KindRule, List<String>> named) {
        return rated.stream()
                .limit(1)
                .filter(item -> item.probability() > KNOWN)
                .map(item -> new LeadingLabels(named.apply(item.kind())))
                .findFirst()
                .orElse(LeadingLabels.NONE);
    }

    /** Whether a field that nobody expects would only cost a person's time. */
    private static boolean isNoise(List<Suggestion> suggestions) {
        return suggestions.stream()
                .noneMatch(suggestion -> suggestion.confidence() >= WORTH_SHOWING
                        || suggestion.field() == Field.SECRECY_MARK
                        || suggestion.listed());
    }

    private static List<Suggestion> kinds(List<KindScorer.Rated> rated) {
        return rated.stream()
                .limit(MOST_KINDS)
                .filter(item -> item.probability() > LEAST_PROBABILITY)
                .map(item -> new Suggestion(
                                Field.KIND,
                                item.kind().code(),
                                item.kind().name(),
                                item.probability() * reading(item),
                                item.span().flatMap(Span::evidence),
                                item.span().map(span -> "title:" + span.text()).orElse("text"))
                        .because(item.words()))
                .toList();
    }

    private static double reading(KindScorer.Rated rated) {
        return rated.span().map(span -> 0.5 + 0.5 * span.confidence()).orElse(1.0);
    }

    private static List<Suggestion> categories(List<KindScorer.Rated> rated) {
        var shares = new EnumMap<Category, Double>(Category.class);
        rated.forEach(item -> shares.merge(item.kind().category(), item.probability(), Double::sum));
        var categories = new ArrayList<Suggestion>();
        shares.forEach((category, share) -> {
            if (share > LEAST_PROBABILITY) {
                String kind = rated.stream()
                        .filter(item -> item.kind().category() == category)
                        .findFirst()
                        .map(item -> item.kind().code())
                        .orElse("");
                categories.add(new Suggestion(
                        Field.CATEGORY,
                        category.name(),
                        category.chinese(),
                        Math.clamp(share, 0, 1),
                        Optional.empty(),
                        "kind:" + kind));
            }
        });
        return categories;
    }

    private static List<Suggestion> retentions(List<KindScorer.Rated> rated) {
        var retentions = new LinkedHashMap<String, Suggestion>();
        for (KindScorer.Rated item : rated) {
            KindRule kind = item.kind();
            double rule = kind.confirmed() ? RETENTION_CONFIRMED : RETENTION_TO_CONFIRM;
            if (item.probability() > LEAST_PROBABILITY) {
                String code = kind.retention().code();
                var suggestion = new Suggestion(
                        Field.RETENTION,
                        code,
                        code,
                        Math.clamp(item.probability() * rule, 0, 1),
                        Optional.empty(),
                        "kind:" + kind.code() + (kind.confirmed() ? "" : ",to-confirm"));
                retentions.merge(
                        code,
                        suggestion,
                        (one, other) -> one.withConfidence(one.confidence() + other.confidence(), "kinds-agree"));
            }
        }
        return new ArrayList<>(retentions.values());
    }

    private List<Suggestion> titles(Scene scene, List<TitleFinder.Line> titles, List<KindScorer.Rated> rated) {
        var candidates = new Candidates(Field.TITLE);
        for (Suggestion suggestion : media.titles(scene)) {
            candidates.add(suggestion);
        }
        for (TitleFinder.Line line : titles) {
            boolean known = rated.stream()
                    .limit(1)
                    .anyMatch(item -> item.span().filter(line.span()::equals).isPresent());
            double strength = Math.min(0.98, line.score() + (known ? 0.25 : 0));
            candidates.add(
                    TitleFinder.written(line.span()), line.span(), strength, known ? "title-zone,kind" : "title-zone");
        }
        if (candidates.isEmpty() && !rated.isEmpty()) {
            String name = rated.getFirst().kind().name();
            candidates.add(new Suggestion(Field.TITLE, name, name, 0.3, Optional.empty(), "kind"));
        }
        return candidates.list();
    }

    /** Where a printed date does not exist, no other day takes its place unasked: the file's own least of all. */
    private static List<Suggestion> dates(List<Suggestion> printed, List<Suggestion> told) {
        var impossible = printed.stream()
                .filter(date -> date.reason().equals(DateFinder.NO_SUCH_DAY))
                .mapToDouble(Suggestion::confidence)
                .max();
        var all = merged(printed, told);
        return impossible.isEmpty()
                ? all
                : all.stream()
                        .map(date -> date.reason().equals(DateFinder.NO_SUCH_DAY)
                                ? date
                                : date.withConfidence(
                                        Math.min(date.confidence(), impossible.getAsDouble() * LESS),
                                        DateFinder.NO_SUCH_DAY))
                        .toList();
    }

    private static List<Suggestion> merged(List<Suggestion> printed, List<Suggestion> told) {
        if (told.isEmpty()) {
            return printed;
        }
        var candidates = new Candidates(told.getFirst().field());
        printed.forEach(candidates::add);
        told.forEach(candidates::add);
        return candidates.list();
    }
}
