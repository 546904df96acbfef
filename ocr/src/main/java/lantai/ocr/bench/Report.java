package lantai.ocr.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a run found.
 *
 * @param pages in the order of the folder's index
 */
public record Report(List<Page> pages) {

    /**
     * One page.
     *
     * @param id its name
     * @param kind what sort of paper it is
     * @param level how badly it was scanned
     * @param errors against its truth
     * @param cells of its tables
     * @param fields key fields in its truth
     * @param hits those of them found whole in the text
     * @param upright whether its orientation was found
     * @param cpuSeconds spent on it
     * @param text as read
     */
    public record Page(
            String id,
            String kind,
            String level,
            ErrorRate errors,
            CellScore cells,
            int fields,
            int hits,
            boolean upright,
            double cpuSeconds,
            String text) {}

    /**
     * Pages of one level or kind together.
     *
     * @param name of the level or kind
     * @param pages how many
     * @param sequence error rate in reading order, the mean over the pages
     * @param bag error rate when order does not count, the mean over the pages
     * @param cellF1 of all table cells together; 1 where there are none
     * @param fieldHits share of key fields found
     * @param cpuSeconds for each page
     * @param upright pages whose orientation was found
     */
    public record Line(
            String name,
            int pages,
            double sequence,
            double bag,
            double cellF1,
            double fieldHits,
            double cpuSeconds,
            int upright) {}

    public Report {
        pages = List.copyOf(pages);
    }

    /** One line for each level and one, {@code all}, for everything. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(grouped(Page::level));
        lines.add(line("all", pages));
        return lines;
    }

    /** One line for each kind of paper. */
    public List<Line> kinds() {
        return grouped(Page::kind);
    }

    private List<Line> grouped(Function<Page, String> by) {
        Map<String, List<Page>> groups = new LinkedHashMap<>();
        for (Page page : pages) {
            groups.computeIfAbsent(by.apply(page), _ -> new ArrayList<>()).add(page);
        }
        return groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue()))
                .toList();
    }

    private static Line line(String name, List<Page> pages) {
        double sequence = 0;
        double bag = 0;
        double cpu = 0;
        int fields = 0;
        int hits = 0;
        int upright = 0;
        CellScore cells = CellScore.NOTHING;
        for (Page page : pages) {
            sequence += page.errors().sequenceRate();
            bag += page.errors().bagRate();
            cpu += page.cpuSeconds();
            cells = cells.plus(page.cells());
            fields += page.fields();
            hits += page.hits();
            upright += page.upright() ? 1 : 0;
        }
        int count = Math.max(1, pages.size());
        double found = fields == 0 ? 1 : (double) hits / fields;
        return new Line(name, pages.size(), sequence / count, bag / count, cells.f1(), found, cpu / count, upright);
    }

    /** The lines by level and by kind as a table in plain text. */
    public String table() {
        var table = new StringBuilder("pages   seq %   bag %  cells F1  fields %  CPU s/page  upright  name\n");
        for (Line line : Stream.concat(lines().stream(), kinds().stream()).toList()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%5d  %6.2f  %6.2f  %8.4f  %8.1f  %10.2f  %7d  %s%n",
                    line.pages(),
                    100 * line.sequence(),
                    100 * line.bag(),
                    line.cellF1(),
                    100 * line.fieldHits(),
                    line.cpuSeconds(),
                    line.upright(),
                    line.name()));
        }
        return table.toString();
    }
}
