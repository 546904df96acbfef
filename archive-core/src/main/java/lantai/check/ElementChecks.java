package lantai.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The items that look at each element of the description, in the register and in the package. */
final class ElementChecks {
    private ElementChecks() {}

    /** 1-2. */
    static Judgement length(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        each(facts, policy, (place, element, value) -> {
            var length = value.codePointCount(0, value.length());
            if (element.longest() > 0 && length > element.longest()) {
                faults.add(Said.of("too-long", place, element.label(), length, element.longest()));
            }
        });
        return Judgement.of(faults);
    }

    /** 1-3. */
    static Judgement type(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        each(facts, policy, (place, element, value) -> {
            if (!value.isEmpty() && !element.fits(value)) {
                faults.add(Said.of("wrong-type", place, element.label(), value, element.type().chinese));
            }
        });
        return Judgement.of(faults);
    }

    /** 1-4: lists of the policy, fonds that exist, kinds that exist. */
    static Judgement valueList(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        each(facts, policy, (place, element, value) -> {
            if (!value.isEmpty() && !allowed(facts, element).test(value)) {
                faults.add(Said.of("not-in-list", place, element.label(), value));
            }
        });
        return Judgement.of(faults);
    }

    private static Predicate<String> allowed(ItemFacts facts, Element element) {
        return switch (element.name()) {
            case "fonds" ->
                value -> facts.register()
                        .fonds()
                        .filter(fonds -> fonds.number().equals(value))
                        .isPresent();
            case "kind" ->
                value -> facts.register().kinds().isEmpty()
                        || facts.register().kinds().contains(value);
            default -> value -> element.list().isEmpty() || element.list().contains(value);
        };
    }

    /** 1-8. */
    static Judgement duplicates(ItemFacts facts, CheckPolicy policy) {
        return Judgement.of(facts.register().duplicates().stream()
                .map(other -> Said.of("duplicate", other.key(), other.referenceCode()))
                .toList());
    }

    /** 2-3: no defined element is missing where it is kept. */
    static Judgement elements(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        if (facts.components().isEmpty()) {
            faults.add(Said.of("no-component"));
        }
        for (var component : facts.components()) {
            if (component.name().isBlank() || component.mime().isBlank()) {
                faults.add(Said.of("component-incomplete", component.ordinal()));
            }
        }
        if (facts.item().pageCount() != facts.pages().size()) {
            faults.add(
                    Said.of("page-rows", facts.item().pageCount(), facts.pages().size()));
        }
        facts.packed()
                .metadata()
                .ifPresent(metadata -> policy.elements().stream()
                        .filter(element -> element.mandatory() && !metadata.has(element.name()))
                        .forEach(element -> faults.add(Said.of("element-missing", element.label()))));
        return Judgement.of(faults);
    }

    /** 2-4. */
    static Judgement mandatory(ItemFacts facts, CheckPolicy policy) {
        var faults = new ArrayList<Said>();
        each(facts, policy, (place, element, value) -> {
            if (element.mandatory() && value.isBlank()) {
                faults.add(Said.of("empty", place, element.label()));
            }
        });
        return Judgement.of(faults);
    }

    private static void each(ItemFacts facts, CheckPolicy policy, Look look) {
        copies(facts)
                .forEach((place, values) -> policy.elements()
                        .forEach(element -> look.at(
                                place,
                                element,
                                Optional.ofNullable(values.get(element.name())).orElse(""))));
    }

    /** Both copies of the description by where they stand: {@code @register}, {@code @package}. */
    static Map<String, Map<String, String>> copies(ItemFacts facts) {
        var copies = new LinkedHashMap<String, Map<String, String>>();
        copies.put("@register", ItemValues.of(facts.item()));
        facts.packed().metadata().ifPresent(metadata -> copies.put("@package", ItemValues.of(metadata)));
        return copies;
    }

    /** {@return the first few of many sentences, and how many more there are} */
    static List<Said> few(List<Said> all) {
        if (all.size() <= 10) {
            return all;
        }
        var few = new ArrayList<>(all.subList(0, 10));
        few.add(Said.of("and-more", all.size() - 10));
        return few;
    }

    private interface Look {
        void at(String place, Element element, String value);
    }
}
