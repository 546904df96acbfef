package lantai.print;

import java.util.List;

/**
 * A label of a box or a volume.
 *
 * @param title at its top, large
 * @param lines below it, in order
 * @param code its reference code, printed as text and, as a code for scanners
 * @param width of a spine, in millimetres
 */
public record Label(String title, List<Fact> lines, String code, int width) {
    public Label {
        lines = List.copyOf(lines);
    }

    /** One line: what it is, and its value. */
    public record Fact(String name, String value) {}
}
