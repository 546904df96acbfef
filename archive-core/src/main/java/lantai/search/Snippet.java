package lantai.search;

import java.util.List;

/**
 * A short piece of a page, on one line, personal numbers masked.
 *
 * @param text the piece
 * @param marks where the words of the question stand in it, ascending, apart from each other
 */
public record Snippet(String text, List<Range> marks) {

    public Snippet {
        marks = List.copyOf(marks);
    }
}
