package lantai.check;

import java.nio.file.Path;
import java.time.Instant;

/** The virus scanner, if there is one. */
public interface Viruses {
    /** {@return whether a file is clean; not run when there is no scanner, when it is away, or did not look at all of it} */
    Judgement scan(Path file);

    /** {@return whether a scanner answers and its signatures are at most so many days old} */
    Judgement fresh(Instant now, int days);
}
