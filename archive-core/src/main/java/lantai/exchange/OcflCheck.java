package lantai.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import lantai.exchange.PackageReport.Issue;
import lantai.exchange.PackageReport.Severity;
import lantai.storage.ForeignObjects;

/** Validates an OCFL object, or every object of a storage root; codes are the specification's. */
public final class OcflCheck {
    private final Path root;

    /** @param root the folder of an object or of a storage root */
    public OcflCheck(Path root) {
        this.root = root;
    }

    /**
     * Looks at everything.
     *
     * @throws IOException when a file cannot be read at all
     */
    public PackageReport run() throws IOException {
        var report = new ForeignObjects(root).check();
        var issues = new ArrayList<Issue>();
        if (report.objects() == 0) {
            issues.add(new Issue(Severity.ERROR, "E003", "", "no OCFL object here"));
        }
        report.found()
                .forEach(found -> issues.add(new Issue(
                        found.error() ? Severity.ERROR : Severity.WARNING,
                        found.code(),
                        found.place(),
                        found.message())));
        return new PackageReport("ocfl", issues, Map.of("objects", Integer.toString(report.objects())));
    }
}
