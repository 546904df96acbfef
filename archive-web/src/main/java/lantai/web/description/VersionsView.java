package lantai.web.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantai.description.Demand;
import lantai.description.Description;
import lantai.description.DescriptionVersion;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;

/**
 * All versions of a description, two of them side by side.
 *
 * @param versions the newest first
 * @param before the one at the left
 * @param after the one at the right
 * @param demands the elements by the rule in force, for their order
 * @param names what every element of the rule is called by its code
 */
public record VersionsView(
        Page page,
        Item item,
        List<DescriptionVersion> versions,
        DescriptionVersion before,
        DescriptionVersion after,
        List<Demand> demands,
        Map<String, String> names) {
    public VersionsView {
        versions = List.copyOf(versions);
        demands = List.copyOf(demands);
        names = Map.copyOf(names);
    }

    /** {@return the title, personal numbers masked} */
    public String title() {
        return PersonalNumbers.masked(item.title());
    }

    /** One element in both versions. */
    public record Row(String name, String before, String after) {
        /** {@return whether they differ} */
        public boolean differs() {
            return !before.equals(after);
        }
    }

    /** {@return the elements that one of the two has, in the order of the rule; then those the rule has no more, then relations} */
    public List<Row> rows() {
        var rest = new TreeSet<>(before.description().values().keySet());
        rest.addAll(after.description().values().keySet());
        var rows = new ArrayList<Row>();
        for (var demand : demands) {
            if (rest.remove(demand.element().code())) {
                rows.add(row(demand.element().name(), demand.element().code()));
            }
        }
        rest.forEach(code -> rows.add(row(name(code), code)));
        var relations = new Row(
                page.say("description.relations"), relations(before.description()), relations(after.description()));
        if (!relations.before().isEmpty() || !relations.after().isEmpty()) {
            rows.add(relations);
        }
        return rows;
    }

    private String name(String code) {
        var field = "review.field." + code;
        return names.getOrDefault(
                code, page.text().has(field) ? page.say(field) : page.say("description.former", code));
    }

    private Row row(String name, String code) {
        return new Row(
                name,
                PersonalNumbers.masked(before.description().value(code)),
                PersonalNumbers.masked(after.description().value(code)));
    }

    private String relations(Description description) {
        return description.relations().stream()
                .map(relation -> page.say("item.relation." + relation.kind().name()) + ' ' + relation.referenceCode())
                .collect(Collectors.joining("\n"));
    }
}
