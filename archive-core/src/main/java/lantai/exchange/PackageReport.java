package lantai.exchange;

import java.util.List;
import java.util.Map;

/**
 * What was found out about a package.
 *
 * @param format {@code bagit}, {@code ocfl} or {@code eep}
 * @param facts what is worth knowing, such as its version and how many files it holds
 */
public record PackageReport(String format, List<Issue> issues, Map<String, String> facts) {
    public PackageReport {
        issues = List.copyOf(issues);
        facts = Map.copyOf(facts);
    }

    /** How grave something is. */
    public enum Severity {
        /** The package is not valid with it. */
        ERROR,
        /** The package is valid and should be better. */
        WARNING
    }

    /**
     * Something about a package.
     *
     * @param code of the rule: our own for BagIt, the standard's for OCFL
     * @param place a path in the package, empty for the whole
     * @param message in English, with the values
     */
    public record Issue(Severity severity, String code, String place, String message) {}

    /** {@return whether nothing is against the rules} */
    public boolean isValid() {
        return issues.stream().noneMatch(issue -> issue.severity() == Severity.ERROR);
    }

    /** {@return what is against the rules} */
    public List<Issue> errors() {
        return of(Severity.ERROR);
    }

    /** {@return what should be better} */
    public List<Issue> warnings() {
        return of(Severity.WARNING);
    }

    private List<Issue> of(Severity severity) {
        return issues.stream().filter(issue -> issue.severity() == severity).toList();
    }
}
