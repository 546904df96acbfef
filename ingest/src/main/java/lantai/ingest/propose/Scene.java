package lantai.ingest.propose;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document laid out, with its labels tied to their values: what the finders look at.
 *
 * @param document as read
 * @param layout its sheets
 * @param labelled all labels with their values, in reading order
 * @param headings the head cells of tables and what is nothing but a label: never a value
 */
record Scene(ReadDocument document, Layout layout, List<Labelled> labelled, Set<Strip> headings) {
    Scene {
        labelled = List.copyOf(labelled);
        headings = Set.copyOf(headings);
    }

    static Scene of(ReadDocument document, Labels labels) {
        Layout layout = Layout.of(document);
        List<Labelled> labelled = layout.sheets().stream()
                .flatMap(sheet -> Labelling.read(labels, sheet).stream())
                .toList();
        Set<Strip> headings = layout.sheets().stream()
                .flatMap(sheet -> Stream.concat(
                        Headings.of(labels, sheet).stream(),
                        sheet.strips().stream()
                                .filter(strip -> labels.whole(strip.text()).isPresent())))
                .collect(Collectors.toSet());
        return new Scene(document, layout, labelled, headings);
    }

    /** {@return the labels of a role with their values} */
    List<Labelled> labelled(LabelRole role) {
        return labelled.stream().filter(item -> item.label().role() == role).toList();
    }

    /**
     * For each label of a role the values of the right shape: the one beside it if it fits, else those below.
     *
     * @param fits whether a value has the shape of the field
     */
    List<Labelled> labelled(LabelRole role, Predicate<Span> fits) {
        return labelled((Labelled item) -> item.label().role() == role, fits);
    }

    /** The same for labels chosen in another way. */
    List<Labelled> labelled(Predicate<Labelled> chosen, Predicate<Span> fits) {
        List<Labelled> fitting = labelled.stream()
                .filter(chosen)
                .filter(item -> fits.test(item.value()))
                .toList();
        return fitting.stream()
                .filter(item -> item.placement() != Labelled.Placement.BELOW
                        || fitting.stream()
                                .noneMatch(other -> other.placement() == Labelled.Placement.RIGHT
                                        && other.name()
                                                .strip()
                                                .equals(item.name().strip())))
                .toList();
    }

    /** {@return the label whose value holds a span, the tightest first} */
    Stream<Labelled> labelsOf(Span span) {
        return labelled.stream().filter(item -> item.value().overlaps(span));
    }
}
