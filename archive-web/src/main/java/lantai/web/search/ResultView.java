package lantai.web.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One result on the screen.
 *
 * @param page the page that answers, 0 when it is none in particular
 * @param pictured whether there is a page to show small
 * @param icon the drawing for what has no pages
 */
public record ResultView(
        UUID id,
        String referenceCode,
        List<Piece> title,
        List<Piece> snippet,
        int page,
        boolean pictured,
        String icon,
        String category,
        int year,
        String kindName,
        String responsible,
        Optional<LocalDate> date) {
    public ResultView {
        title = List.copyOf(title);
        snippet = List.copyOf(snippet);
    }

    /** A piece of text, marked or not. */
    public record Piece(String text, boolean marked) {}
}
