package lantai.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the index knows of one item. Personal numbers in any of the texts are hidden by the index itself.
 *
 * @param id the item
 * @param referenceCode the reference code (档号), empty while it has none
 * @param title the title (题名)
 * @param category the code of the category, for example {@code WS}
 * @param year the year of the record
 * @param kind the code of the document kind
 * @param kindName the name of the kind as people read it
 * @param responsible who is responsible for the record (责任者), or empty
 * @param documentNumber the document number (文号), or empty
 * @param date the day of the record, where known
 * @param departmentId the department it belongs to
 * @param personId the insured person it belongs to
 * @param personal whether it tells of persons; always so when it belongs to one
 * @param personNames the names of the people it is about
 * @param pages the text of each page, in order; an empty text keeps its place
 * @param version the version of the item; an older one never replaces a newer one
 */
public record IndexedItem(
        UUID id,
        String referenceCode,
        String title,
        String category,
        int year,
        String kind,
        String kindName,
        String responsible,
        String documentNumber,
        Optional<LocalDate> date,
        Optional<UUID> departmentId,
        Optional<UUID> personId,
        boolean personal,
        List<String> personNames,
        List<String> pages,
        long version) {

    public IndexedItem {
        personal = personal || personId.isPresent();
        personNames = List.copyOf(personNames);
        pages = List.copyOf(pages);
    }
}
