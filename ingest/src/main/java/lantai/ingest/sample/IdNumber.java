package lantai.ingest.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Citizen ID numbers (GB 11643) of the region 990101, which does not exist. */
final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {}

    /**
     * {@return the number with its check digit}
     *
     * @param sequence 0–999; odd for men
     */
    static String of(LocalDate birth, int sequence) {
        var body = Sample.REGION + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence);
        return body + check(body);
    }

    /** {@return the check digit that belongs to the first 17 digits} */
    static char check(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }
}
