package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the one person a document is about. A list of many persons is about none of them: then each is proposed with
 * little confidence.
 */
final class PersonFinder {
    private static final Pattern MENTION = Pattern.compile("(?:患者|参保人(?!员)|申请人|被保险人)([\\p{IsHan}]{2,3})[,、(]");
    private static final double REPEATED_FORM = 0.4;
    private static final double MENTIONED = 0.5;

    private PersonFinder() {}

    static List<Suggestion> find(Scene scene) {
        List<Labelled> named = scene
                .labelled(LabelRole.PERSON, value -> PersonName.at(value).isPresent())
                .stream()
                .filter(PersonFinder::isParted)
                .toList();
        long direct = named.stream()
                .filter(item -> !item.isListed())
                .map(PersonFinder::text)
                .distinct()
                .count();
        var candidates = new Candidates(Field.PERSON_NAME);
        boolean list =
                direct == 0 && named.stream().map(PersonFinder::text).distinct().count() > 1;
        for (Labelled item : named) {
            Span name = PersonName.at(item.value()).orElseThrow();
            double strength = item.label().weight() * item.certainty() * PersonName.likeness(name.text());
            if (list || item.isListed()) {
                candidates.addListed(
                        name.text(), name, PersonName.likeness(name.text()), item.reason() + "," + Suggestion.LISTED);
            } else {
                candidates.add(name.text(), name, strength, item.reason());
            }
        }
        mentions(scene, candidates);
        underTitle(scene, candidates);
        return weighed(candidates.list(), repeats(named));
    }

    /** A name that follows its label without colon or blank must have a known surname. */
    private static boolean isParted(Labelled item) {
        Span value = item.value();
        boolean attached = item.placement() == Labelled.Placement.INLINE
                && item.name().to() == value.from()
                && !value.strip().opensAt(value.from());
        return !attached
                || PersonName.likeness(PersonName.at(value).orElseThrow().text()) == 1;
    }

    private static String text(Labelled item) {
        return PersonName.at(item.value()).orElseThrow().text();
    }

    /** Whether one label of the same words stands beside different names: several forms on one paper. */
    private static boolean repeats(List<Labelled> named) {
        return named.stream()
                .filter(item -> !item.isListed())
                .anyMatch(item -> named.stream()
                        .anyMatch(other -> !other.isListed()
                                && other.label().text().equals(item.label().text())
                                && !text(other).equals(text(item))));
    }

    private static List<Suggestion> weighed(List<Suggestion> candidates, boolean repeated) {
        var weighed = new ArrayList<Suggestion>();
        double best =
                candidates.stream().mapToDouble(Suggestion::confidence).max().orElse(0);
        double least = repeated ? REPEATED_FORM / 2 : best;
        boolean bestSeen = false;
        for (Suggestion candidate : candidates) {
            boolean isBest = !bestSeen && candidate.confidence() >= least;
            bestSeen |= isBest;
            if (repeated && candidate.confidence() > REPEATED_FORM / 2) {
                double bound = isBest ? REPEATED_FORM : REPEATED_FORM * 0.9;
                weighed.add(candidate.withConfidence(Math.min(candidate.confidence(), bound), "many-forms"));
            } else if (!isBest && candidate.confidence() > 0.5) {
                weighed.add(candidate.withConfidence(candidate.confidence() * 0.6, "another-is-surer"));
            } else {
                weighed.add(candidate);
            }
        }
        return weighed;
    }

    private static void mentions(Scene scene, Candidates candidates) {
        for (Strip strip : scene.layout().strips()) {
            Matcher matcher = MENTION.matcher(strip.text());
            while (matcher.find()) {
                Span name = strip.span(matcher.start(1), matcher.end(1));
                if (PersonName.isName(name.text())) {
                    candidates.add(name.text(), name, MENTIONED, "mentioned");
                }
            }
        }
    }

    /** The author of a paper stands alone under its title. */
    private static void underTitle(Scene scene, Candidates candidates) {
        scene.layout().sheets().stream()
                .limit(1)
                .forEach(sheet -> sheet.strips().stream()
                        .limit(4)
                        .skip(1)
                        .filter(strip -> PersonName.isName(strip.text()) && sheet.depth(strip) < 0.35)
                        .filter(strip -> scene.labelsOf(strip.whole()).findAny().isEmpty())
                        .filter(strip -> Math.abs(strip.level().centerX() / sheet.width() - 0.5) < 0.15)
                        .findFirst()
                        .ifPresent(strip -> candidates.add(strip.text(), strip.whole(), 0.82, "under-title")));
    }
}
