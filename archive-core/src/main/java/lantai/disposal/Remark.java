package lantai.disposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.removal.Hindrance;

/** Why a record was spared, as it stands in its row: a hindrance's code and values. */
final class Remark {
    private static final String BETWEEN = "\u001f";

    private Remark() {}

    static String of(Hindrance hindrance) {
        var parts = new ArrayList<String>();
        parts.add(hindrance.code());
        parts.addAll(hindrance.values());
        return String.join(BETWEEN, parts);
    }

    static Optional<Hindrance> read(String remark) {
        if (remark.isEmpty()) {
            return Optional.empty();
        }
        var parts = List.of(remark.split(BETWEEN, -1));
        return Optional.of(new Hindrance(parts.getFirst(), parts.subList(1, parts.size())));
    }
}
