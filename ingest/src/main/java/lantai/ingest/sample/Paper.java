package lantai.ingest.sample;

import java.util.List;
import java.util.stream.Stream;

/**
 * A document before it is scanned or printed.
 *
 * @param kind what it is
 * @param facts what it says
 * @param size of its pages
 * @param pages in order
 */
record Paper(Kind kind, Facts facts, PageSize size, List<Drawing> pages) {
    Paper {
        pages = List.copyOf(pages);
    }

    static Paper of(Kind kind, Facts facts, Drawing... pages) {
        return new Paper(kind, facts, PageSize.A4, List.of(pages));
    }

    static Paper slip(Kind kind, Facts facts, Drawing... pages) {
        return new Paper(kind, facts, PageSize.SLIP, List.of(pages));
    }

    /** {@return this document with the pages of another one behind its own, as when both lay in the feeder} */
    Paper followedBy(Paper other) {
        return new Paper(
                kind,
                facts,
                size,
                Stream.concat(pages.stream(), other.pages.stream()).toList());
    }

    /** Draws one page on a sheet, with the mark of all samples. */
    List<String> draw(int number, Sheet sheet) {
        var page = new Page(sheet, size);
        pages.get(number - 1).on(page);
        page.mark(number, pages.size());
        return page.lines();
    }
}
