package lantai.web.catalogue;

import java.util.ArrayList;
import java.util.List;
import lantai.access.VisibleItems.Node;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;

/**
 * The volumes of the place that the reader looks at, where its category is arranged by volumes.
 *
 * @param chosen id of one of them, {@link #LOOSE} for what lies in none, empty for everything
 * @param volumes the first of them, in the order of their codes
 * @param loose how many records lie in none; 0 where records are arranged by item
 * @param looseName what the branch of those is called
 */
record Volumes(Node node, String chosen, List<Volume> volumes, long loose, String looseName) {
    /** Stands for what lies in no volume. */
    static final String LOOSE = "loose";

    Volumes {
        volumes = List.copyOf(volumes);
    }

    /** {@return a branch for each of them, and one for what lies in none} */
    List<Branch> branches() {
        var branches = new ArrayList<Branch>();
        for (var volume : volumes) {
            var id = volume.id().toString();
            branches.add(new Branch(node, "volume=" + id, name(volume), volume.items(), chosen.equals(id), List.of()));
        }
        if (!volumes.isEmpty() && loose > 0) {
            branches.add(new Branch(node, "volume=" + LOOSE, looseName, loose, chosen.equals(LOOSE), List.of()));
        }
        return branches;
    }

    private static String name(Volume volume) {
        return volume.code()
                        .map(code -> code.substring(code.lastIndexOf('-') + 1) + ' ')
                        .orElse("")
                + PersonalNumbers.masked(volume.title());
    }
}
