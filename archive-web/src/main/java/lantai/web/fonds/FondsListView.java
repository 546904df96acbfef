package lantai.web.fonds;

import java.util.List;
import java.util.Optional;
import lantai.fonds.Fonds;
import lantai.fonds.FondsKind;
import lantai.web.frame.Page;

/**
 * The register.
 *
 * @param typed what stood in the form of a failed try
 * @param error why a new fonds could not be opened
 */
public record FondsListView(
        Page page, List<Fonds> fonds, List<FondsKind> kinds, FondsForm typed, Optional<String> error) {
    public FondsListView {
        fonds = List.copyOf(fonds);
        kinds = List.copyOf(kinds);
    }
}
