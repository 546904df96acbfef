package lantai.web.list;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.access.VisibleItems.Node;
import lantai.print.StatutoryList;
import lantai.problem.Malformed;
import lantai.problem.NotFound;

/**
 * A list that somebody wants.
 *
 * @param node of what place; everything when neither volume nor items are given
 * @param volume of what volume
 * @param group of what photo group
 * @param items of these records, in this order; empty for all
 */
record Wanted(StatutoryList list, Node node, Optional<UUID> volume, Optional<UUID> group, List<UUID> items) {
    Wanted {
        items = List.copyOf(items);
    }

    /**
     * Understands what was asked for of chosen records.
     *
     * @throws Malformed when none is chosen
     */
    static Wanted ofItems(String name, List<UUID> items) {
        if (items.isEmpty()) {
            throw new Malformed(ListProblem.NOTHING_CHOSEN);
        }
        return of(name, Node.ALL, Optional.empty(), items);
    }

    /**
     * Understands what was asked for.
     *
     * @throws NotFound when there is no such list
     * @throws Malformed when the list is of one volume and none is given, or of volumes and items are given
     */
    static Wanted of(String name, Node node, Optional<UUID> volume, List<UUID> items) {
        var list = StatutoryList.of(name)
                .orElseThrow(() -> new NotFound(
                        ListProblem.NO_SUCH_LIST,
                        name,
                        Stream.of(StatutoryList.values())
                                .map(StatutoryList::code)
                                .collect(Collectors.joining(", "))));
        switch (list) {
            case IN_VOLUME, NOTE -> {
                if (volume.isEmpty()) {
                    throw new Malformed(ListProblem.VOLUME_MISSING, name);
                }
            }
            case VOLUMES, PHOTOS -> {
                if (!items.isEmpty()) {
                    throw new Malformed(ListProblem.ITEMS_NOT_LISTED, name);
                }
            }
            case ITEMS, REGISTER, TRANSFER -> {}
        }
        return new Wanted(list, node, volume, Optional.empty(), items);
    }

    /** {@return the same list, of one photo group when one is given} */
    Wanted ofGroup(Optional<UUID> one) {
        return one.isEmpty() ? this : new Wanted(list, Node.ALL, volume, one, items);
    }
}
