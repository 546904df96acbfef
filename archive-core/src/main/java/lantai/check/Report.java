package lantai.check;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A report on a check: a record that is never changed.
 *
 * @param number for example {@code SX-GD-20261122-000003}; versions of one report share it
 * @param version from 1; a note of a person makes the next one
 * @param records how many records were looked at
 * @param passed how many items of the check passed; the next four likewise
 * @param before the report that this one is the next version of, or tests again
 * @param sm3 digest of the content, 64 hexadecimal digits
 * @param signature SM2 signature of the content, hexadecimal
 */
public record Report(
        UUID id,
        String number,
        int version,
        Stage stage,
        Target.Kind kind,
        Optional<UUID> subject,
        String title,
        Verdict verdict,
        int records,
        int passed,
        int failed,
        int notRun,
        int manual,
        int notApplicable,
        Instant finishedAt,
        String writtenBy,
        Optional<UUID> before,
        String sm3,
        String signature,
        String keyId) {
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
