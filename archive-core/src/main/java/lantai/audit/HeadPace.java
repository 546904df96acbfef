package lantai.audit;

import java.time.Duration;

/**
 * How often heads are exported.
 *
 * @param interval an entry is under a head after this time at the latest
 * @param entries and when so many entries have come
 */
public record HeadPace(Duration interval, int entries) {
    public HeadPace {
        if (interval.isNegative() || interval.isZero() || entries < 1) {
            throw new IllegalArgumentException("interval " + interval + ", entries " + entries);
        }
    }
}
