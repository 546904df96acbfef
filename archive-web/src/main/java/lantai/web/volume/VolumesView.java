package lantai.web.volume;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.scheme.ClassificationScheme;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Page;

/**
 * Volumes.
 *
 * @param node where they belong
 * @param forming when only those are shown that were formed together
 * @param error why the last deed could not be done
 */
public record VolumesView(
        Page page,
        Node node,
        Optional<Volume.State> state,
        Optional<UUID> forming,
        List<Volume> volumes,
        Pages pages,
        ClassificationScheme scheme,
        Optional<String> error) {
    public VolumesView {
        volumes = List.copyOf(volumes);
    }

    /** {@return whether the reader may work on volumes} */
    public boolean arranges() {
        return page.may(Right.ARRANGE);
    }

    /** {@return the title, personal numbers masked} */
    public String title(Volume volume) {
        return PersonalNumbers.masked(volume.title());
    }

    /** {@return where a volume belongs, in words} */
    public String place(Volume volume) {
        return scheme.nameOf(volume.classCode()) + ' ' + volume.year();
    }

    /** {@return the place chosen, in words; empty for all} */
    public String chosen() {
        return PlaceWords.told(page.text(), scheme, node);
    }

    /** {@return the query of the place, for other pages about it} */
    public String query() {
        return PlaceWords.query(node);
    }

    /** {@return the dates of the items, first to last} */
    public String dates(Volume volume) {
        return dates(page, volume);
    }

    static String dates(Page page, Volume volume) {
        return volume.first()
                .map(first -> page.text().day(first)
                        + volume.last()
                                .filter(last -> !last.equals(first))
                                .map(last -> " — " + page.text().day(last))
                                .orElse(""))
                .orElse("");
    }
}
