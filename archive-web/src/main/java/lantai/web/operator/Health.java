package lantai.web.operator;

import java.util.List;
import lantai.web.operator.CheckResult.Status;

/**
 * The health of a node as MicroProfile Health writes it.
 *
 * @param status UP when every check is
 * @param checks each check with its answer
 */
public record Health(Status status, List<CheckResult> checks) {
    static Health of(List<CheckResult> checks) {
        var up = checks.stream().allMatch(check -> check.status() == Status.UP);
        return new Health(up ? Status.UP : Status.DOWN, List.copyOf(checks));
    }
}
