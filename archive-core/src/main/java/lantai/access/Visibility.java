package lantai.access;

import java.util.List;
import java.util.UUID;

/**
 * The set of items that one viewer may see, as a rule that a database and a search index can both apply.
 *
 * <p>Instances have value semantics and are immutable, so a filter made from one may be kept.
 */
public sealed interface Visibility {

    /** Every item. */
    record All() implements Visibility {}

    /** No item. */
    record None() implements Visibility {}

    /**
     * The items that at least one of the rules lets through; with no rule, none.
     *
     * @param rules the rules, in any order
     */
    record AnyOf(List<Visibility> rules) implements Visibility {

        public AnyOf {
            rules = List.copyOf(rules);
        }
    }

    /** Items that belong to no insured person and tell of none. */
    record NotPersonal() implements Visibility {}

    /**
     * Items of one department.
     *
     * @param id the department
     */
    record OfDepartment(UUID id) implements Visibility {}

    /**
     * Items of one insured person.
     *
     * @param id the person
     */
    record OfPerson(UUID id) implements Visibility {}

    /** {@return whether it lets everything through, so that nobody has to look at each item} */
    default boolean isAll() {
        return switch (this) {
            case All _ -> true;
            case AnyOf(var rules) -> rules.stream().anyMatch(Visibility::isAll);
            case None _, NotPersonal _, OfDepartment _, OfPerson _ -> false;
        };
    }
}
