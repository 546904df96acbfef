package lantai.web.volume;

import java.util.List;
import java.util.Optional;
import lantai.account.Right;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;
import lantai.volume.VolumeLine;
import lantai.web.frame.Page;
import lantai.web.text.Terms;

/**
 * One volume with its lines.
 *
 * @param whole whether the reader sees all of them
 * @param undoable how many steps can be undone
 * @param className the name of its class
 * @param error why the last deed could not be done
 */
public record VolumeView(
        Page page,
        Volume volume,
        List<VolumeLine> lines,
        boolean whole,
        int undoable,
        String className,
        Optional<String> error) {
    public VolumeView {
        lines = List.copyOf(lines);
    }

    /** {@return whether the reader may change it now} */
    public boolean changes() {
        return whole && volume.isOpen() && page.may(Right.ARRANGE);
    }

    /** {@return whether the reader may open it again} */
    public boolean reopens() {
        return whole && !volume.isOpen() && page.may(Right.ARRANGE);
    }

    /** {@return the title, personal numbers masked} */
    public String title() {
        return PersonalNumbers.masked(volume.title());
    }

    /** {@return the title of a line, personal numbers masked} */
    public String title(VolumeLine line) {
        return PersonalNumbers.masked(line.title());
    }

    /** {@return the dates of the items, first to last} */
    public String dates() {
        return VolumesView.dates(page, volume);
    }

    /** {@return how long it is kept, in words} */
    public String kept() {
        return volume.retention().map(term -> Terms.told(page.text(), term)).orElse("");
    }
}
