package lantai.ingest.reader;

/**
 * How a piece of work ended that gives a file.
 *
 * @param state {@code READ} when the file was written
 * @param reason one sentence when it was not
 */
public record Outcome(ReadingState state, String reason) {}
