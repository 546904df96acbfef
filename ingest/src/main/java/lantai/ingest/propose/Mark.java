package lantai.ingest.propose;

import lantai.ocr.Box;
import org.jspecify.annotations.Nullable;

/**
 * What one character of a folded text stands for in the text as printed.
 *
 * @param from first index in the printed text
 * @param to index after the last
 * @param box where it stands; null when the document has no pages
 * @param confidence of the reading
 */
record Mark(int from, int to, @Nullable Box box, double confidence) {
    Mark shifted(int by) {
        return new Mark(from + by, to + by, box, confidence);
    }
}
