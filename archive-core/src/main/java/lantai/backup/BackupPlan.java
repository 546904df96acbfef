package lantai.backup;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how often the archive backs itself up.
 *
 * @param place a folder, or {@code s3:https://host:port/bucket/prefix}; empty while none is set
 * @param every how often; zero for by hand alone
 * @param keep how many backups stay
 * @param keys what opens a bucket, as the environment has it; never told
 */
public record BackupPlan(Optional<String> place, Duration every, int keep, Map<String, String> keys) {
    /** No place is set. */
    public static final BackupPlan NONE = new BackupPlan(Optional.empty(), Duration.ZERO, 30, Map.of());

    private static final String KEYS = "LANTAI_S3_";

    public BackupPlan {
        keys = Map.copyOf(keys);
    }

    /** {@return a plan for one backup by hand} */
    public static BackupPlan once(Optional<String> place, int keep, Map<String, String> environment) {
        return new BackupPlan(place, Duration.ZERO, keep, keys(environment));
    }

    private static Map<String, String> keys(Map<String, String> environment) {
        var keys = new HashMap<>(environment);
        keys.keySet().removeIf(name -> !name.startsWith(KEYS));
        return keys;
    }

    @Override
    public String toString() {
        return place + " every " + every + ", " + keep + " kept";
    }

    /**
     * Reads the settings.
     *
     * @param environment {@code LANTAI_BACKUP}, {@code LANTAI_BACKUP_HOURS} (24) and {@code LANTAI_BACKUP_KEEP} (30)
     * @throws IllegalStateException naming the one that is wrong
     */
    public static BackupPlan of(Map<String, String> environment) {
        return new BackupPlan(
                Optional.ofNullable(environment.get("LANTAI_BACKUP")).filter(place -> !place.isBlank()),
                Duration.ofHours(number(environment, "LANTAI_BACKUP_HOURS", 24, 0)),
                number(environment, "LANTAI_BACKUP_KEEP", 30, 1),
                keys(environment));
    }

    private static int number(Map<String, String> environment, String name, int usual, int least) {
        var written = environment.get(name);
        try {
            var number = written == null ? usual : Integer.parseInt(written.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalStateException(name + " is \"" + written + "\", expected a number from " + least + " on");
    }
}
