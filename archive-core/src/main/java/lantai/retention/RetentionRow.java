package lantai.retention;

import java.util.List;

/**
 * One row of the retention schedule.
 *
 * @param group code of its class, for example {@code GL}
 * @param number its number in the table, for example {@code 1.2}
 * @param material what it covers
 * @param event what an event term waits for, empty for other terms
 * @param basis the rule it comes from, as a key of {@link RetentionSchedule#bases}
 * @param minimum whether the term may be lengthened but never shortened
 * @param kinds codes of the document kinds that fall under it
 */
public record RetentionRow(
        String group,
        String number,
        String material,
        RetentionPeriod period,
        String event,
        String basis,
        Evidence evidence,
        boolean minimum,
        List<String> kinds) {
    public RetentionRow {
        kinds = List.copyOf(kinds);
    }

    /** {@return how people name the row, for example {@code GL 1.2}} */
    public String label() {
        return group + ' ' + number;
    }
}
