package lantai.hold;

import java.util.List;
import java.util.UUID;

/** What a hold covers. */
public sealed interface HoldScope {
    /**
     * Items named one by one.
     *
     * @param items not empty
     */
    record Items(List<UUID> items) implements HoldScope {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** All items of one insured person, those filed later too. */
    record OfPerson(UUID person) implements HoldScope {}

    /**
     * All items of one category and year, those filed later too.
     *
     * @param category code of the category
     */
    record OfYear(String category, int year) implements HoldScope {}
}
