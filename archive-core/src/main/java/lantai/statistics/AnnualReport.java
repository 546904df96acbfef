package lantai.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The report of one year.
 *
 * @param closing who closed it and when; nothing while it is counted anew at each look
 */
public record AnnualReport(int year, String title, List<Line> lines, Optional<Closing> closing) {
    public AnnualReport {
        lines = List.copyOf(lines);
    }

    /**
     * One line with its number.
     *
     * @param counted whether the archive counted it; otherwise a person typed it
     * @param value nothing when it was not typed yet
     * @param evidence S seen in a source, K to be confirmed by the agency, A confirmed by it
     */
    public record Line(
            String number,
            String section,
            String name,
            String unit,
            boolean counted,
            Optional<BigDecimal> value,
            String evidence) {
        /** {@return whether it may stand in an official print} */
        public boolean official() {
            return !evidence.equals("K");
        }
    }

    /** Who closed it, by name, and when. */
    public record Closing(String by, Instant at) {}

    /** {@return the lines under their sections, in the order of the form} */
    public Map<String, List<Line>> sections() {
        return lines.stream().collect(Collectors.groupingBy(Line::section, LinkedHashMap::new, Collectors.toList()));
    }

    /** {@return the lines that still want a number} */
    public List<Line> open() {
        return lines.stream().filter(line -> line.value().isEmpty()).toList();
    }
}
