package lantai.web.frame;

import java.util.Map;
import lantai.account.SignedIn;

/** Counts what waits for a person, for the numbers beside the menu. Thread-safe; a few milliseconds at most. */
public interface Waiting {
    /**
     * Counts.
     *
     * @return how much waits, by the path of the section, for example {@code /review → 7}; zeros may be left out
     */
    Map<String, Long> count(SignedIn who);
}
