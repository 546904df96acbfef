package lantai.print;

/**
 * One column of a list.
 *
 * @param name its heading
 * @param weight its share of the width, compared with the other columns
 * @param number whether it holds numbers, which stand at the right
 */
public record Column(String name, double weight, boolean number) {
    public Column {
        if (weight <= 0) {
            throw new IllegalArgumentException(
                    "weight " + weight + " of column \"" + name + "\", expected more than 0");
        }
    }

    /** {@return a column of words} */
    public static Column text(String name, double weight) {
        return new Column(name, weight, false);
    }

    /** {@return a column of numbers} */
    public static Column number(String name, double weight) {
        return new Column(name, weight, true);
    }
}
