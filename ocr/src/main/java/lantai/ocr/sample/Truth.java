package lantai.ocr.sample;

import java.util.List;
import java.util.Map;
import lantai.ocr.Quad;

/**
 * What stands on a page.
 *
 * @param kind what sort of paper it is
 * @param fields key fields by their names, each standing on the page in one piece
 * @param seals texts of the seals, which are not part of the lines
 * @param lines in reading order
 * @param cells of all tables
 */
record Truth(String kind, Map<String, String> fields, List<String> seals, List<Line> lines, List<Cell> cells) {

    /** Something in one place. */
    record Part(String text, Quad quad) {}

    /** Parts that stand side by side. */
    record Line(List<Part> parts) {

        Line {
            parts = List.copyOf(parts);
        }

        String text() {
            return String.join(" ", parts.stream().map(Part::text).toList());
        }
    }

    /**
     * A table cell.
     *
     * @param table number of its table on the page, from 0
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param rows how many it covers
     * @param columns how many it covers
     * @param text its lines, joined without a blank
     * @param quad its inside
     */
    record Cell(int table, int row, int column, int rows, int columns, String text, Quad quad) {}

    Truth {
        fields = Map.copyOf(fields);
        seals = List.copyOf(seals);
        lines = List.copyOf(lines);
        cells = List.copyOf(cells);
    }
}
