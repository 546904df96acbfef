package lantai.ocr.layout;

import java.util.ArrayList;
import java.util.List;

/** Where the rows or columns of a table begin and end: places on one axis, those that lie close taken as one. */
final class Edges {

    private final List<Double> edges = new ArrayList<>();

    Edges(List<Double> places, double slack) {
        List<Double> sorted = places.stream().sorted().toList();
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size() && sorted.get(to) - sorted.get(to - 1) < slack) {
                to++;
            }
            edges.add((sorted.get(from) + sorted.get(to - 1)) / 2);
            from = to;
        }
    }

    /** The number of the edge that is nearest to {@code place}. */
    int nearest(double place) {
        int nearest = 0;
        for (int i = 1; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - place) < Math.abs(edges.get(nearest) - place)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
