package lantai.web.item;

import java.util.UUID;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;
import lantai.volume.VolumeLine;

/**
 * Where an item lies in its volume.
 *
 * @param name code of the volume, or its title while it has none
 * @param ordinal its number in the volume (卷内顺序号)
 * @param pages its pages in the volume, empty when it has none
 */
public record InVolume(UUID volume, String name, int ordinal, String pages) {
    static InVolume of(Volume volume, VolumeLine line) {
        return new InVolume(volume.id(), PersonalNumbers.masked(volume.name()), line.ordinal(), line.span());
    }
}
