package lantai.web.command;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where this program lies on the disk. */
final class Distribution {
    private Distribution() {}

    /** {@return the folder that holds {@code lib}, with the jar of this class, and {@code wlp}} */
    static Path folder() {
        try {
            var jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var library = jar.getParent();
            if (library == null || library.getParent() == null) {
                throw new IllegalStateException("not started from a distribution: " + jar);
            }
            return library.getParent();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
