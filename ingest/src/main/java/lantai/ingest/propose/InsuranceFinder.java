package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Finds the insurance that a business paper is about where the paper says it: in its title, beside the label 险种, or ticked in a list.
 * A mention in running text says nothing. The names are those of the list of insurances (classification scheme, {@code insutype}).
 */
final class InsuranceFinder {
    private static final List<Insurance> INSURANCES = List.of(
            new Insurance("城乡居民大病保险", Pattern.compile("(?:城乡居民)?大病保险"), false),
            new Insurance("城乡居民基本医疗保险", Pattern.compile("城乡居民(?:基本)?医疗?保险?|城乡居民(?!大病)|居民(?:基本)?医疗?保险?"), true),
            new Insurance("职工基本医疗保险", Pattern.compile("(?:城镇)?职工(?:基本)?医疗?保险?|城镇职工"), true),
            new Insurance("生育保险", Pattern.compile("生育保险"), false),
            new Insurance("长期照护保险", Pattern.compile("长期(?:护理|照护)保险"), false),
            new Insurance("公务员医疗补助", Pattern.compile("公务员医疗补助"), false),
            new Insurance("大额医疗费用补助", Pattern.compile("大额医疗费用补助"), false));
    private static final Pattern LABEL = Pattern.compile("(?:险种|医保类型|保险类型|参保类型)");
    private static final String TICKED = "☑✓√✔■";
    private static final String EMPTY = "□☐○";
    private static final double PRINTED = 0.95;
    private static final double IN_TITLE = 0.93;
    private static final double BESIDE = 0.5;

    private InsuranceFinder() {}

    /** @param basic whether what stands beside it on one paper is an addition to it */
    private record Insurance(String name, Pattern said, boolean basic) {}

    private record Found(Insurance insurance, Span span, double strength, String reason) {}

    static List<Suggestion> find(Scene scene, Optional<Span> title) {
        var found = new ArrayList<Found>();
        title.ifPresent(span -> found.addAll(in(span, _ -> true, IN_TITLE, "title")));
        for (Sheet sheet : scene.layout().sheets()) {
            for (Strip strip : sheet.strips()) {
                found.addAll(in(strip.whole(), at -> isTicked(strip, at), PRINTED, "ticked"));
                if (isLabelled(strip, sheet)) {
                    found.addAll(in(strip.whole(), at -> !isEmptyBox(strip, at), PRINTED, "label:险种"));
                }
            }
        }
        var candidates = new Candidates(Field.INSURANCE);
        var basic = found.stream().anyMatch(one -> one.insurance().basic());
        for (Found one : found) {
            var strength = basic && !one.insurance().basic() ? one.strength() * BESIDE : one.strength();
            candidates.add(one.insurance().name(), one.span(), strength, one.reason());
        }
        return candidates.list();
    }

    private static List<Found> in(Span span, IntPredicate counts, double strength, String reason) {
        var found = new ArrayList<Found>();
        for (Insurance insurance : INSURANCES) {
            var matcher = insurance.said().matcher(span.text());
            while (matcher.find()) {
                if (counts.test(span.from() + matcher.start())) {
                    found.add(new Found(insurance, span.part(matcher.start(), matcher.end()), strength, reason));
                }
            }
        }
        return found;
    }

    private static boolean isTicked(Strip strip, int at) {
        return at > 0 && TICKED.indexOf(strip.text().charAt(at - 1)) >= 0;
    }

    private static boolean isEmptyBox(Strip strip, int at) {
        return at > 0 && EMPTY.indexOf(strip.text().charAt(at - 1)) >= 0;
    }

    /** Whether the label stands in the strip, or in the one just left of it. */
    private static boolean isLabelled(Strip strip, Sheet sheet) {
        if (LABEL.matcher(strip.text()).find()) {
            return true;
        }
        return sheet.strips().stream()
                .filter(other -> !other.equals(strip)
                        && other.level().right() <= strip.level().left() + strip.height()
                        && Math.abs(other.level().centerY() - strip.level().centerY()) < strip.height())
                .max(Comparator.comparingDouble(other -> other.level().right()))
                .filter(other -> LABEL.matcher(other.text()).find())
                .isPresent();
    }
}
