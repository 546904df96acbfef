package lantai.web.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lantai.ingest.filing.ItemParticular;
import lantai.ingest.filing.ItemParticulars;
import lantai.ingest.propose.Evidence;
import lantai.ingest.review.FieldValue;
import lantai.ocr.Box;
import lantai.record.Item;
import lantai.web.review.ParticularWords;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/**
 * What a filed record tells beside its description, numbers masked as everywhere.
 *
 * @param findings what its sums and the order of its days say, what is wrong first
 */
public record Told(List<Line> lines, List<ParticularWords.Sentence> findings) {
    public Told {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /**
     * One particular.
     *
     * @param value normalised
     * @param shown as people write it
     * @param confidence 0 to 1
     * @param confirmed whether a person has said so
     * @param place where it was read
     */
    public record Line(
            String code,
            String name,
            String value,
            String shown,
            double confidence,
            boolean confirmed,
            Optional<Evidence> place) {
        /** {@return whether nobody has looked at it and the reading was not sure} */
        public boolean doubtful() {
            return !confirmed && confidence < FieldValue.DOUBTFUL;
        }

        /** {@return the page where it was read, 0 where it has none} */
        public int page() {
            return place.map(Evidence::page).orElse(0);
        }

        /** {@return where on the page it was read, in pixels of the upright page} */
        public Optional<Box> box() {
            return place.map(Evidence::box);
        }
    }

    static Told of(Handle handle, ItemDoors doors, Item item, Text text) {
        var rules = doors.particulars().rules(handle);
        var all = new ItemParticulars().of(handle, item.id(), rules);
        if (all.isEmpty()) {
            return new Told(List.of(), List.of());
        }
        var words = new ParticularWords(text, rules);
        var mask = doors.disclosure().rule();
        var values = all.stream().collect(Collectors.toMap(ItemParticular::code, ItemParticular::value));
        var lines = all.stream()
                .map(one -> {
                    // the mask knows a number by the label before it
                    var label =
                            rules.find(one.code()).map(known -> known.name()).orElse("") + '：';
                    return new Line(
                            one.code(),
                            words.name(one.code()),
                            mask.masked(label + one.value()).substring(label.length()),
                            mask.masked(label + words.shown(one.code(), one.value()))
                                    .substring(label.length()),
                            one.confidence(),
                            one.confirmed(),
                            one.place());
                })
                .toList();
        return new Told(lines, words.sentences(item.kind(), Map.copyOf(values)));
    }
}
