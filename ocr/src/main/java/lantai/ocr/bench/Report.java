package lantai.ocr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run found.
 *
 * @param pages in the order of the folder's index
 */
public record Report(List<Page> pages) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One page.
     *
     * @param id its name
     * @param kind what sort of paper it is
     * @param level how badly it was scanned
     * @param errors against its truth
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
            int fields,
            int hits,
            boolean upright,
            double cpuSeconds,
            String text) {}

    /**
     * Pages of one level together.
     *
     * @param level its name
     * @param pages how many
     * @param sequence error rate in reading order, over all characters
     * @param bag error rate when order does not count
     * @param fieldHits share of key fields found
     * @param cpuSeconds for each page
     * @param upright pages whose orientation was found
     */
    public record Line(
            String level, int pages, double sequence, double bag, double fieldHits, double cpuSeconds, int upright) {}

    public Report {
        pages = List.copyOf(pages);
    }

    /** One line for each level and one, {@code all}, for everything. */
    public List<Line> lines() {
        Map<String, List<Page>> levels = new LinkedHashMap<>();
        for (Page page : pages) {
            levels.computeIfAbsent(page.level(), _ -> new ArrayList<>()).add(page);
        }
        levels.put("all", pages);
        return levels.entrySet().stream()
                .map(level -> line(level.getKey(), level.getValue()))
                .toList();
    }

    private static Line line(String level, List<Page> pages) {
        double sequence = 0;
        double bag = 0;
        double cpu = 0;
        int fields = 0;
        int hits = 0;
        int upright = 0;
        for (Page page : pages) {
            sequence += page.errors().sequenceRate();
            bag += page.errors().bagRate();
            cpu += page.cpuSeconds();
            fields += page.fields();
            hits += page.hits();
            upright += page.upright() ? 1 : 0;
        }
        int count = Math.max(1, pages.size());
        double found = fields == 0 ? 1 : (double) hits / fields;
        return new Line(level, pages.size(), sequence / count, bag / count, found, cpu / count, upright);
    }

    /** The lines and the pages, without their text, as JSON. */
    public String json() {
        ObjectNode report = JSON.createObjectNode();
        ArrayNode levels = report.putArray("levels");
        for (Line line : lines()) {
            levels.addObject()
                    .put("level", line.level())
                    .put("pages", line.pages())
                    .put("sequence", line.sequence())
                    .put("bag", line.bag())
                    .put("fields", line.fieldHits())
                    .put("cpuSeconds", line.cpuSeconds())
                    .put("upright", line.upright());
        }
        ArrayNode all = report.putArray("pages");
        for (Page page : pages) {
            all.addObject()
                    .put("id", page.id())
                    .put("kind", page.kind())
                    .put("sequence", page.errors().sequenceRate())
                    .put("bag", page.errors().bagRate())
                    .put("fields", page.fields())
                    .put("hits", page.hits())
                    .put("upright", page.upright())
                    .put("cpuSeconds", page.cpuSeconds());
        }
        return report.toPrettyString();
    }

    /** The lines as a table in plain text. */
    public String table() {
        var table = new StringBuilder("level           pages   seq %   bag %  fields %  CPU s/page  upright\n");
        for (Line line : lines()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-15s %5d  %6.2f  %6.2f  %8.1f  %10.2f  %7d%n",
                    line.level(),
                    line.pages(),
                    100 * line.sequence(),
                    100 * line.bag(),
                    100 * line.fieldHits(),
                    line.cpuSeconds(),
                    line.upright()));
        }
        return table.toString();
    }
}
