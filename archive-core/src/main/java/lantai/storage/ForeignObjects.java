package lantai.storage;

import io.ocfl.core.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Validates OCFL objects that are not ours, with every digest in their inventories; alters nothing. */
public final class ForeignObjects {
    static {
        // fixity blocks may name blake2b, which Java alone does not have
        Security.addProvider(new BouncyCastleProvider());
    }

    private final Path root;

    /** @param root the folder of an object or of a storage root */
    public ForeignObjects(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Something about one object.
     *
     * @param error whether the object is not valid with it
     * @param code the specification's own, such as E092
     * @param place the folder of the object below the root
     */
    public record Found(boolean error, String code, String place, String message) {}

    /**
     * What was found.
     *
     * @param objects how many objects there are
     */
    public record Report(int objects, List<Found> found) {
        public Report {
            found = List.copyOf(found);
        }
    }

    /**
     * Looks at everything.
     *
     * @throws IOException when a file cannot be read at all
     */
    public Report check() throws IOException {
        var found = new ArrayList<Found>();
        var objects = objects();
        for (var object : objects) {
            var place = root.relativize(object).toString();
            var results = Validator.validateObject(object, true);
            results.getErrors()
                    .forEach(issue -> found.add(new Found(true, issue.getCode().name(), place, issue.getMessage())));
            results.getWarnings()
                    .forEach(issue -> found.add(new Found(false, issue.getCode().name(), place, issue.getMessage())));
        }
        return new Report(objects.size(), found);
    }

    private List<Path> objects() throws IOException {
        if (!isRoot()) {
            return Files.isDirectory(root) ? List.of(root) : List.of();
        }
        try (var walk = Files.walk(root)) {
            return walk.filter(path -> path.getFileName().toString().startsWith("0=ocfl_object_"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private boolean isRoot() throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (var there = Files.list(root)) {
            return there.anyMatch(path -> path.getFileName().toString().matches("0=ocfl_\\d.*"));
        }
    }
}
