package lantai.web.volume;

import lantai.access.VisibleItems.Node;
import lantai.search.PersonalNumbers;
import lantai.volume.VolumeForming;
import lantai.web.frame.Page;

/** What volumes the rules would make of the loose records of a place. */
public record PlanView(Page page, Node node, String place, VolumeForming.Plan plan) {
    /** {@return the title of a volume, personal numbers masked} */
    public String title(VolumeForming.Planned volume) {
        return PersonalNumbers.masked(volume.title());
    }
}
