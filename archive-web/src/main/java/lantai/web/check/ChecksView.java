package lantai.web.check;

import java.util.List;
import java.util.Optional;
import lantai.check.CheckRun;
import lantai.check.Outcome;
import lantai.check.Report;
import lantai.check.Verdict;
import lantai.web.frame.Page;

/**
 * All reports, and the runs that are on their way.
 *
 * @param total of the reports on all pages
 */
public record ChecksView(
        Page page, CheckQuery query, List<Report> reports, int total, List<CheckRun> runs, Optional<String> error) {
    public ChecksView {
        reports = List.copyOf(reports);
        runs = List.copyOf(runs);
    }

    /** {@return the number of the last report shown} */
    public int last() {
        return Math.min(total, query.page() * CheckScreenDoors.SIZE);
    }

    public boolean hasNext() {
        return last() < total;
    }

    /** {@return the tone of a verdict's badge} */
    public static String tone(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "ok";
            case WARNED -> "wait";
            case FAILED -> "fault";
        };
    }

    /** {@return the drawing of a verdict's badge} */
    public static String icon(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "ok";
            case WARNED -> "warn";
            case FAILED -> "fault";
        };
    }

    /** {@return the tone of an outcome's badge} */
    public static String tone(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "ok";
            case FAILED -> "fault";
            case NOT_RUN, MANUAL -> "wait";
            case NOT_APPLICABLE -> "";
        };
    }

    /** {@return the drawing of an outcome's badge} */
    public static String icon(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "ok";
            case FAILED -> "fault";
            case NOT_RUN -> "stop";
            case MANUAL -> "user";
            case NOT_APPLICABLE -> "minus";
        };
    }
}
