package lantai.ingest.reader;

import java.util.List;
import java.util.Map;

/**
 * What the reading of one file gave.
 *
 * @param state the outcome
 * @param reason one English sentence for the log and the operator, empty when there is nothing to say
 * @param format what the file is, also when it could not be read
 * @param kind its family
 * @param pages the pages in order; empty for kinds without pages
 * @param facts what the file says about itself
 * @param entries names of attachments of a mail or document, or of the entries of an archive; at most 1000
 * @param files names of the files written to the out folder: {@code page-0001.alto.xml}, {@code text.html},
 *     {@code text.txt}
 */
public record Reading(
        ReadingState state,
        String reason,
        Format format,
        FileKind kind,
        List<PageFact> pages,
        Map<Fact, String> facts,
        List<String> entries,
        List<String> files) {
    /** Plain text for the index, UTF-8, pages parted by a form feed. */
    public static final String TEXT = "text.txt";

    /** Structured text for people: a fragment of XHTML of a few safe elements, UTF-8. */
    public static final String HTML = "text.html";

    public Reading {
        pages = List.copyOf(pages);
        facts = Map.copyOf(facts);
        entries = List.copyOf(entries);
        files = List.copyOf(files);
    }

    /** {@return a reading that gave nothing but its outcome} */
    public static Reading failed(ReadingState state, String reason) {
        return new Reading(state, reason, Format.UNKNOWN, FileKind.OTHER, List.of(), Map.of(), List.of(), List.of());
    }

    /** {@return the name of the ALTO file of a page, from 1} */
    public static String altoName(int page) {
        return "page-%04d.alto.xml".formatted(page);
    }

    /** {@return the name of the file that tells how a page was scanned, from 1} */
    public static String measureName(int page) {
        return "page-%04d.scan.json".formatted(page);
    }

    /** {@return the same reading with another outcome} */
    public Reading with(ReadingState newState, String newReason) {
        return new Reading(newState, newReason, format, kind, pages, facts, entries, files);
    }
}
