package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the leading sum; the same sum in capital numerals (大写) makes it sure, another one makes it doubtful. */
final class AmountFinder {
    private static final double WITH_CAPITALS = 0.985;
    private static final double AGAINST_CAPITALS = 0.5;
    private static final double CAPITALS_ALONE = 0.8;
    private static final double SIGNED = 0.6;
    private static final double LISTED = 0.15;
    private static final double LATER = 0.9;
    private static final double CONTRADICTED = 0.6;

    private static final Pattern CURRENCY = Pattern.compile("[¥￥]|(?<![A-Za-z])Y(?=\\d)");
    private static final Pattern CUT_OFF = Pattern.compile("(?<![0-9.,])[0-9]{1,3},$");
    private static final Pattern CONTINUED = Pattern.compile("^,?[0-9]{3}(?![0-9])");
    private static final double WIDEST_GAP = 1.5;

    private final Scene scene;
    private final List<Span> titles;
    private final List<Suggestion> found = new ArrayList<>();
    private final Set<BigDecimal> capitals = new HashSet<>();

    private AmountFinder(Scene scene, List<Span> titles) {
        this.scene = scene;
        this.titles = titles;
    }

    /** @param titles the title where it is printed, again for each further form on the paper */
    static List<Suggestion> find(Scene scene, List<Span> titles) {
        var finder = new AmountFinder(scene, titles);
        finder.capitals();
        finder.labelled();
        finder.signed();
        return finder.suggestions();
    }

    private void capitals() {
        for (Strip strip : scene.layout().strips()) {
            Matcher matcher = CapitalAmount.PATTERN.matcher(strip.text());
            while (matcher.find()) {
                if (!CapitalAmount.isWhole(strip.text(), matcher.start())) {
                    continue;
                }
                Span span = strip.span(matcher.start(), matcher.end());
                CapitalAmount.value(matcher.group()).ifPresent(value -> {
                    capitals.add(value);
                    found.add(suggestion(value, span, CAPITALS_ALONE, "capitals"));
                });
            }
        }
    }

    private void labelled() {
        int order = 0;
        for (Labelled item :
                scene.labelled(LabelRole.AMOUNT, value -> first(value).isPresent())) {
            boolean below = item.placement() == Labelled.Placement.BELOW;
            Span span = whole(first(item.value()).orElseThrow());
            double strength = item.label().weight() * (below && item.count() > 1 ? LISTED : item.certainty());
            double later = isLater(item) ? 0.5 : Math.pow(LATER, Math.min(order, 3));
            String reason = item.reason();
            if (!below && repeatsInRow(span)) {
                strength = Math.min(0.99, strength * 1.08);
                reason += ",row-agrees";
            }
            found.add(suggestion(PrintedAmount.value(span.text()), span, strength * later, reason));
            order += below ? 0 : 1;
        }
    }

    /** Sums behind a currency sign, wherever they stand. */
    private void signed() {
        for (Strip strip : scene.layout().strips()) {
            Matcher matcher = CURRENCY.matcher(strip.text());
            while (matcher.find()) {
                first(strip.span(matcher.end(), strip.text().length()))
                        .map(this::whole)
                        .ifPresent(span ->
                                found.add(suggestion(PrintedAmount.value(span.text()), span, SIGNED, "currency-sign")));
            }
        }
    }

    /** The first sum of a value, if the value begins with one. */
    private static Optional<Span> first(Span value) {
        Matcher matcher = PrintedAmount.AT_START.matcher(value.text());
        return matcher.find() ? Optional.of(value.part(matcher.start(1), matcher.end(1))) : Optional.empty();
    }

    /** The sum with its other half, when it was read as two pieces cut apart at the comma of its thousands. */
    private Span whole(Span span) {
        Strip strip = span.strip();
        String rest = strip.text().substring(span.to());
        boolean begins = CUT_OFF.matcher(span.text() + rest).find();
        boolean ends = span.from() == 0 && CONTINUED.matcher(span.text()).find();
        if (strip.page() < 1 || (!begins && !ends)) {
            return span;
        }
        return scene.layout().sheets().get(strip.page() - 1).strips().stream()
                .filter(other -> begins ? joins(strip, other) : joins(other, strip))
                .findFirst()
                .map(other -> begins ? strip.then(other) : other.then(strip))
                .flatMap(joined -> first(joined.span(
                        begins ? span.from() : cut(joined, strip), joined.text().length())))
                .orElse(span);
    }

    private static boolean joins(Strip left, Strip right) {
        double gap = right.level().left() - left.level().right();
        return !left.equals(right)
                && Math.abs(gap) < WIDEST_GAP * left.height()
                && Math.abs(left.level().centerY() - right.level().centerY()) < 0.5 * left.height()
                && CUT_OFF.matcher(left.text()).find()
                && CONTINUED.matcher(right.text()).find();
    }

    /** Where the sum begins in two joined strips whose second one is known. */
    private static int cut(Strip joined, Strip second) {
        Matcher matcher = CUT_OFF.matcher(joined.text()
                .substring(0, joined.text().length() - second.text().length()));
        return matcher.find() ? matcher.start() : 0;
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

    private static Suggestion suggestion(BigDecimal value, Span span, double strength, String reason) {
        return new Suggestion(
                Field.AMOUNT,
                value.toPlainString(),
                span.shown(),
                Math.clamp(strength * span.digitConfidence(), 0, 1),
                span.evidence(),
                reason);
    }

    private List<Suggestion> suggestions() {
        var candidates = new Candidates(Field.AMOUNT);
        for (Suggestion suggestion : found) {
            candidates.add(suggestion);
        }
        return candidates.list().stream().map(this::againstCapitals).toList();
    }

    private Suggestion againstCapitals(Suggestion suggestion) {
        if (capitals.isEmpty()) {
            return suggestion;
        }
        BigDecimal value = new BigDecimal(suggestion.value());
        boolean bothWays = found.stream()
                .anyMatch(other ->
                        !other.reason().equals("capitals") && other.value().equals(suggestion.value()));
        if (capitals.contains(value) && bothWays) {
            return suggestion.withConfidence(Math.max(WITH_CAPITALS, suggestion.confidence()), "capitals-agree");
        }
        if (capitals.contains(value)) {
            return suggestion.withConfidence(Math.min(CONTRADICTED, suggestion.confidence()), "capitals-only");
        }
        return suggestion.withConfidence(suggestion.confidence() * AGAINST_CAPITALS, "capitals-differ");
    }
}
