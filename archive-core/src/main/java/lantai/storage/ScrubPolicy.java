package lantai.storage;

import java.time.Duration;
import java.util.Map;
import lantai.problem.Malformed;

/**
 * How everything that is stored is read again.
 *
 * @param every how long after the start of one reading the next begins, at each location
 * @param megabytesPerSecond how fast it is read at most; 0 for as fast as it goes
 * @param sm3Percent the share of contents that are read through SM3 as well, from 0 to 100. SM3 takes about ten times as long as
 *     SHA-256, so a share of them takes its turn in each reading, and every content in as many readings as make 100 %
 */
public record ScrubPolicy(Duration every, long megabytesPerSecond, int sm3Percent) {
    /** Every thirty days, at 50 MB/s, a tenth of the contents through SM3. */
    public static final ScrubPolicy USUAL = new ScrubPolicy(Duration.ofDays(30), 50, 10);

    /**
     * Reads it.
     *
     * @param environment {@code LANTAI_SCRUB_DAYS} (30), {@code LANTAI_SCRUB_MBS} (50), {@code LANTAI_SCRUB_SM3_PERCENT} (10)
     * @throws Malformed naming the setting that is wrong
     */
    public static ScrubPolicy of(Map<String, String> environment) {
        return new ScrubPolicy(
                Duration.ofDays(number(environment, "LANTAI_SCRUB_DAYS", USUAL.every.toDays(), 1, 3660)),
                number(environment, "LANTAI_SCRUB_MBS", USUAL.megabytesPerSecond, 0, 100_000),
                (int) number(environment, "LANTAI_SCRUB_SM3_PERCENT", USUAL.sm3Percent, 0, 100));
    }

    private static long number(Map<String, String> environment, String key, long usual, long least, long most) {
        var text = environment.get(key);
        try {
            var number = text == null ? usual : Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new Malformed(StorageProblem.WRONG_SETTING, key, String.valueOf(text), least + " – " + most);
        }
        throw new Malformed(StorageProblem.WRONG_SETTING, key, String.valueOf(text), least + " – " + most);
    }

    /** {@return which contents take their turn with SM3 in one reading} */
    CopyCheck.Sm3 sm3(long reading) {
        return sha512 -> sm3Percent > 0
                && Math.floorMod(Long.parseLong(sha512.substring(0, 8), 16) + reading * sm3Percent, 100L) < sm3Percent;
    }

    /** {@return what holds a reading back to the rate} */
    CopyCheck.Pace pace() {
        return megabytesPerSecond == 0 ? _ -> {} : new Throttle(megabytesPerSecond << 20);
    }
}
