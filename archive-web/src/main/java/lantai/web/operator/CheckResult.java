package lantai.web.operator;

import java.util.Map;

/**
 * The answer of one check.
 *
 * @param name what was asked, in one or two lower-case words
 * @param status its answer
 * @param data details for the operator, without personal data
 */
public record CheckResult(String name, Status status, Map<String, String> data) {
    /** Whether something works. */
    public enum Status {
        UP,
        DOWN
    }

    public CheckResult {
        data = Map.copyOf(data);
    }

    static CheckResult up(String name, Map<String, String> data) {
        return new CheckResult(name, Status.UP, data);
    }

    static CheckResult down(String name, String reason) {
        return new CheckResult(name, Status.DOWN, Map.of("reason", reason));
    }
}
