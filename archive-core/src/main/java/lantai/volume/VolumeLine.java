package lantai.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of a volume: an item, or what tells of one that was destroyed.
 *
 * @param ordinal its number in the volume (卷内顺序号), from 1
 * @param title empty for a destroyed item
 * @param firstPage in the volume (起页号), from 1; 0 for an item without pages
 * @param lastPage in the volume (止页号)
 * @param retention code of its term, empty for a destroyed item
 * @param gone when it was destroyed
 */
public record VolumeLine(
        UUID item,
        int ordinal,
        String referenceCode,
        String title,
        String documentNumber,
        String responsible,
        Optional<LocalDate> dated,
        int firstPage,
        int lastPage,
        String retention,
        Optional<Instant> gone) {
    /** {@return how many pages it has} */
    public int pages() {
        return firstPage == 0 ? 0 : lastPage - firstPage + 1;
    }

    /** {@return its pages in the volume, for example {@code 12-15}; empty when it has none} */
    public String span() {
        if (firstPage == 0) {
            return "";
        }
        return firstPage == lastPage ? "" + firstPage : firstPage + "-" + lastPage;
    }
}
