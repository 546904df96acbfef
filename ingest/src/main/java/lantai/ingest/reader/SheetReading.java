package lantai.ingest.reader;

/**
 * What came of reading a table. Its rows lie in a file, one JSON array a line: the number of the row as its program shows it,
 * then the cells as text.
 *
 * @param state {@code READ} when the rows were written
 * @param reason one sentence when they were not
 * @param form {@code xlsx} or {@code csv}, empty when unknown
 * @param charset of a text, empty for a workbook
 * @param separator of a text, empty for a workbook
 * @param sheet name of the sheet that was read, empty for a text
 * @param rows that are not blank, the heading included
 * @param columns of the widest row
 */
public record SheetReading(
        ReadingState state,
        String reason,
        String form,
        String charset,
        String separator,
        String sheet,
        int rows,
        int columns) {
    /** {@return the outcome of a table that could not be read} */
    public static SheetReading failed(ReadingState state, String reason) {
        return new SheetReading(state, reason, "", "", "", "", 0, 0);
    }
}
