package lantai.fonds;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One paper or note of the fonds descriptive file (全宗卷). None is taken out; a wrong one is struck and stays readable.
 *
 * @param number its place in the file, from 1
 * @param dated the day the paper bears
 * @param struck why it was struck, empty while it holds
 */
public record FondsPaper(
        int number,
        PaperKind kind,
        String title,
        LocalDate dated,
        String note,
        String writtenBy,
        Instant writtenAt,
        String struck,
        String struckBy) {
    /** {@return whether it was struck} */
    public boolean isStruck() {
        return !struck.isEmpty();
    }
}
