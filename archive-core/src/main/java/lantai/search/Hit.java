package lantai.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One item found.
 *
 * @param id the item
 * @param referenceCode its reference code
 * @param title its title, personal numbers masked
 * @param titleMarks where the words of the question stand in the title, ascending
 * @param page the page that answers best, from 1; 0 when the hit is not in the text of a page
 * @param snippet a piece of that page; of the first page, without marks, when {@code page} is 0
 * @param category the code of its category
 * @param year its year
 * @param kind the code of its document kind
 * @param kindName the name of the kind
 * @param responsible who is responsible for it, or empty
 * @param documentNumber its document number, or empty
 * @param date its day, where known
 * @param tolerant whether it is only similar to what was asked, not the same
 */
public record Hit(
        UUID id,
        String referenceCode,
        String title,
        List<Range> titleMarks,
        int page,
        Snippet snippet,
        String category,
        int year,
        String kind,
        String kindName,
        String responsible,
        String documentNumber,
        Optional<LocalDate> date,
        boolean tolerant) {

    public Hit {
        titleMarks = List.copyOf(titleMarks);
    }
}
