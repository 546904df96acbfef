package lantai.ingest.correction;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lantai.ocr.Decision;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;

/**
 * A page as it lies on the desk.
 *
 * @param text as it was kept last
 * @param written lines that wait to be finished, in the order in which they were written
 * @param doubtBelow a character with less confidence is in doubt, 0 to 1
 */
public record Sheet(PageText text, List<WrittenLine> written, double doubtBelow) {
    public Sheet {
        written = List.copyOf(written);
    }

    /** {@return what was written at a line and is not finished yet} */
    public Optional<WrittenLine> written(int line) {
        return written.stream().filter(one -> one.line() == line).findFirst();
    }

    /** {@return the places of the characters of a line that are in doubt, among its characters} */
    public List<Integer> doubts(int line) {
        var one = text.lines().get(line);
        return written(line).isPresent() ? List.of() : doubts(one, doubtBelow);
    }

    /** {@return how many characters of the page are in doubt} */
    public int doubts() {
        var sum = 0;
        for (var line = 0; line < text.lines().size(); line++) {
            sum += doubts(line).size();
        }
        return sum;
    }

    private static List<Integer> doubts(TextLine line, double below) {
        if (line.decision().stream().anyMatch(Decision.ByPerson.class::isInstance)) {
            return List.of();
        }
        List<Glyph> glyphs = line.glyphs();
        return IntStream.range(0, glyphs.size())
                .filter(i -> glyphs.get(i).confidence() < below)
                .boxed()
                .toList();
    }
}
