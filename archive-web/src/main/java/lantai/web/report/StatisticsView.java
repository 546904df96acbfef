package lantai.web.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.account.Right;
import lantai.statistics.AnnualReport;
import lantai.web.frame.Page;

/**
 * The statistics of one year.
 *
 * @param years that can be chosen, the last first
 * @param running the year that is not over
 * @param typed what was typed in a try that failed, by the number of the line
 * @param error why it failed
 */
public record StatisticsView(
        Page page,
        AnnualReport report,
        List<Integer> years,
        int running,
        Map<String, String> typed,
        Optional<String> error) {
    public StatisticsView {
        years = List.copyOf(years);
        typed = Map.copyOf(typed);
    }

    /** {@return whether the reader may type and close} */
    public boolean mayChange() {
        return page.may(Right.FILE) && report.closing().isEmpty();
    }

    /** {@return whether the year can be closed now} */
    public boolean canClose() {
        return mayChange() && report.year() < running;
    }

    /** {@return what stands in the field of a line} */
    public String field(AnnualReport.Line line) {
        return typed.getOrDefault(line.number(), number(line));
    }

    /** {@return a number as people write it: groups of three, no empty decimals} */
    public String number(AnnualReport.Line line) {
        return Numbers.written(line.value());
    }
}
