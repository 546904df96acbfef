package lantai.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.retention.RetentionPeriod;

/**
 * A volume (案卷): items of one fonds, class and year in an order. It gets its number (案卷号) when it is closed for the first time
 * and keeps it for ever.
 *
 * @param code its reference code; nothing until it is closed for the first time
 * @param classCode class number, for example {@code KU}
 * @param retention the longest term of its items, never shorter than its code says; nothing while it is empty
 * @param items how many items lie in it; destroyed ones are not counted
 * @param pages of its items, destroyed ones included, because the page numbers stay
 * @param first date of its earliest item
 * @param arrangedBy sign-in name of who changed it last (立卷人)
 * @param closing who checked it (检查人) and when; nothing while it is open
 * @param remarks on its state, as written in its note (备考表)
 * @param forming what it was formed with in one go, if it was
 */
public record Volume(
        UUID id,
        Optional<String> code,
        String fonds,
        Category category,
        String classCode,
        int year,
        Optional<RetentionPeriod> retention,
        String title,
        State state,
        int items,
        int pages,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        String arrangedBy,
        Instant arrangedAt,
        Optional<Closing> closing,
        String remarks,
        Optional<UUID> forming) {
    /** How far it has come. */
    public enum State {
        /** Items come, go and are put into order (组卷). */
        OPEN,
        /** Nothing changes any more (立卷). */
        CLOSED
    }

    /**
     * How it was closed.
     *
     * @param by sign-in name of the one who checked it
     */
    public record Closing(String by, Instant at) {}

    /** {@return whether it may be changed} */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** {@return its code, or its title while it has none} */
    public String name() {
        return code.orElse(title);
    }
}
