package lantai.statistics;

import java.util.Optional;

/**
 * One line of the annual form.
 *
 * @param number its number on the form, for example {@code 2.1}
 * @param section what it stands under, for example 室存档案
 * @param unit for example 卷
 * @param counted what the archive counts for it; nothing when it is typed
 * @param evidence S seen in a source, K to be confirmed by the agency, A confirmed by it
 */
record StatisticsLine(
        String number, String section, String name, String unit, Optional<Counted> counted, String evidence) {}
