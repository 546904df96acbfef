package lantai.ocr.layout;

import java.util.List;

/**
 * The rulings of a page.
 *
 * @param horizontal running along x
 * @param vertical running along y
 */
public record Rulings(List<Ruling> horizontal, List<Ruling> vertical) {

    /** A page without rulings. */
    public static final Rulings NONE = new Rulings(List.of(), List.of());

    public Rulings {
        horizontal = List.copyOf(horizontal);
        vertical = List.copyOf(vertical);
    }

    /** The same rulings in an image {@code factor} times as large. */
    public Rulings scaled(double factor) {
        return new Rulings(
                horizontal.stream().map(r -> r.scaled(factor)).toList(),
                vertical.stream().map(r -> r.scaled(factor)).toList());
    }
}
