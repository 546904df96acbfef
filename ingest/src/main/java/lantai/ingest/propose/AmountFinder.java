package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the leading sum. Which one of several it is, the kind of document says by the labels it names; the same sum in
 * capital numerals (大写) makes it sure, another one under the same label makes it doubtful; parts that add up to it make it
 * surer.
 */
final class AmountFinder {
    private static final double NAMED = 0.95;
    private static final double NEXT_NAMED = 0.7;
    private static final double NOT_NAMED = 0.6;
    private static final double LESS = 0.9;
    private static final double CAPITALS_ALONE = 0.8;
    private static final double SIGNED = 0.6;
    private static final double LISTED = 0.15;
    private static final double LATER = 0.9;
    private static final double ADDS_UP = 0.5;
    private static final double SUREST = 0.99;

    private static final Pattern DECIMALS = Pattern.compile(".*[.,]\\d{2}");
    private static final Pattern MONEY = Pattern.compile(".*(?:金额|费|款|元|额|基数|价).*");
    private static final Pattern CURRENCY = Pattern.compile("[¥￥]|(?<![A-Za-z])Y(?=\\d)");

    private final Scene scene;
    private final List<Span> titles;
    private final LeadingLabels leading;
    private final boolean counts;
    private final SplitAmount split;
    private final List<Found> found = new ArrayList<>();
    private final Capitals capitals = new Capitals();

    private AmountFinder(Scene scene, List<Span> titles, LeadingLabels leading, boolean counts) {
        this.scene = scene;
        this.titles = titles;
        this.leading = leading;
        this.counts = counts;
        this.split = new SplitAmount(scene.layout());
    }

    /** A sum with the rank of its label among those that the kind names. */
    private record Found(Suggestion suggestion, int rank, String label) {
        Found withConfidence(double confidence, String reason) {
            return new Found(suggestion.withConfidence(confidence, reason), rank, label);
        }
    }

    /**
     * @param titles the title where it is printed, again for each further form on the paper
     * @param leading the labels that the kind of the document names
     * @param counts whether such documents count people and papers rather than money: then only what is told to be money is one
     */
    static List<Suggestion> find(Scene scene, List<Span> titles, LeadingLabels leading, boolean counts) {
        var finder = new AmountFinder(scene, titles, leading, counts);
        finder.capitals();
        finder.labelled();
        finder.signed();
        return finder.suggestions();
    }

    private void capitals() {
        var taken = new HashSet<Strip>();
        for (Strip part : scene.layout().strips()) {
            Optional<Strip> rest = below(part);
            Strip strip = rest.map(part::then).orElse(part);
            rest.ifPresent(taken::add);
            Matcher matcher = CapitalAmount.PATTERN.matcher(strip.text());
            while (!taken.contains(part) && matcher.find()) {
                if (!CapitalAmount.isWhole(strip.text(), matcher.start())) {
                    continue;
                }
                Span span = strip.span(matcher.start(), matcher.end());
                Optional<Label> label = scene.labelsOf(part.span(
                                matcher.start(),
                                Math.min(matcher.end(), part.text().length())))
                        .map(Labelled::label)
                        .min(Comparator.comparingInt(leading::rank));
                CapitalAmount.value(matcher.group()).ifPresent(value -> {
                    capitals.add(value, label);
                    add(value, span, CAPITALS_ALONE, Capitals.REASON, label);
                });
            }
        }
    }

    /** The next line of the same cell, where a sum in capitals goes on in it. */
    private Optional<Strip> below(Strip strip) {
        return scene.layout().sheets().get(strip.page() - 1).strips().stream()
                .filter(lower -> lower.level().top() > strip.level().centerY()
                        && lower.level().top() - strip.level().bottom() < strip.height()
                        && lower.level().left() > strip.level().left() - strip.height()
                        && lower.level().right() < strip.level().right() + strip.height())
                .filter(lower -> CapitalAmount.goesOn(strip.text(), lower.text()))
                .findFirst();
    }

    private void labelled() {
        var sums = new AddingUp(scene);
        int order = 0;
        for (Labelled item :
                scene.labelled(this::announces, value -> sumOf(value).isPresent())) {
            boolean below = item.placement() == Labelled.Placement.BELOW;
            boolean named = leading.names(item.label());
            Span span = split.whole(sumOf(item.value()).orElseThrow());
            if (counts && !isMoney(item, span)) {
                continue;
            }
            double weight = named
                    ? Math.max(NAMED, item.label().weight())
                    : item.label().weight();
            double strength = weight * (below && item.count() > 1 ? LISTED : item.certainty());
            double later = isLater(item) ? 0.5 : named ? 1 : Math.pow(LATER, Math.min(order, 3));
            String reason = item.reason();
            if (!below && repeatsInRow(span)) {
                strength = Math.min(SUREST, strength * 1.08);
                reason += ",row-agrees";
            }
            BigDecimal value = PrintedAmount.value(span.text());
            if (!item.isListed() && sums.isTotal(value, span)) {
                strength = Math.min(SUREST, 1 - (1 - strength) * ADDS_UP);
                reason += ",adds-up";
            }
            add(value, span, strength * later, reason, Optional.of(item.label()));
            order += below ? 0 : 1;
        }
    }

    private static boolean isMoney(Labelled item, Span span) {
        return DECIMALS.matcher(span.text()).matches()
                || MONEY.matcher(item.name().text()).matches()
                || span.strip().text().startsWith("元", span.to());
    }

    private boolean announces(Labelled item) {
        return item.label().role() == LabelRole.AMOUNT || leading.names(item.label());
    }

    /** The sum that a value begins with, or the only one in it that is called yuan. */
    private static Optional<Span> sumOf(Span value) {
        return PrintedAmount.first(value).or(() -> PrintedAmount.only(value));
    }

    /** Sums behind a currency sign, wherever they stand. */
    private void signed() {
        for (Strip strip : scene.layout().strips()) {
            Matcher matcher = CURRENCY.matcher(strip.text());
            while (matcher.find()) {
                PrintedAmount.first(strip.span(matcher.end(), strip.text().length()))
                        .map(split::whole)
                        .ifPresent(span -> add(
                                PrintedAmount.value(span.text()),
                                span,
                                SIGNED,
                                "currency-sign",
                                scene.labelsOf(span).map(Labelled::label).min(Comparator.comparingInt(leading::rank))));
            }
        }
    }

    /** Debit and credit: another cell of the same row holds the same sum. */
    private boolean repeatsInRow(Span span) {
        Strip strip = span.strip();
        return scene.layout().sheets().get(strip.page() - 1).strips().stream()
                .filter(other -> !other.equals(strip)
                        && Math.abs(other.level().centerY() - strip.level().centerY()) < 0.5 * strip.height())
                .anyMatch(other -> other.text().equals(span.text()));
    }

    private boolean isLater(Labelled item) {
        Strip strip = item.name().strip();
        return titles.stream()
                .skip(1)
                .anyMatch(title -> title.strip().page() == strip.page()
                        && title.strip().level().top() < strip.level().top());
    }

    private void add(BigDecimal value, Span span, double strength, String reason, Optional<Label> label) {
        var suggestion = new Suggestion(
                Field.AMOUNT,
                value.toPlainString(),
                span.shown(),
                Math.clamp(strength * span.digitConfidence(), 0, 1),
                span.evidence(),
                reason);
        found.add(new Found(
                suggestion,
                label.map(leading::rank).orElse(LeadingLabels.NOT_NAMED),
                label.map(Label::text).orElse("")));
    }

    /** The surest of the sums behind the first of the named labels that has one. */
    private Optional<Found> led() {
        return found.stream()
                .filter(item -> item.rank() != LeadingLabels.NOT_NAMED)
                .min(Comparator.comparingInt(Found::rank)
                        .thenComparing(item -> item.suggestion().confidence(), Comparator.reverseOrder()));
    }

    private List<Suggestion> suggestions() {
        Optional<Found> led = led();
        var candidates = new Candidates(Field.AMOUNT);
        for (Found item : found) {
            candidates.add(led.map(first -> behind(first, item)).orElse(item).suggestion());
        }
        return candidates.list().stream()
                .map(suggestion -> capitals.compared(
                        suggestion, led.map(Found::label), found.stream().map(Found::suggestion)))
                .toList();
    }

    /** Another sum than the one the kind is filed under is less likely than that one. */
    private static Found behind(Found first, Found item) {
        if (item.rank() == first.rank()
                || item.suggestion().value().equals(first.suggestion().value())) {
            return item;
        }
        double share = item.rank() == LeadingLabels.NOT_NAMED ? NOT_NAMED : NEXT_NAMED;
        double confidence = Math.min(
                item.suggestion().confidence() * share, first.suggestion().confidence() * LESS);
        return item.withConfidence(confidence, "another-leads");
    }
}
