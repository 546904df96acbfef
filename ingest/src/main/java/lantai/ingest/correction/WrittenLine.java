package lantai.ingest.correction;

import java.time.Instant;
import java.util.UUID;

/**
 * A line as a person has written it, or found it right, before its page is finished.
 *
 * @param line its place among the lines of the page, from 0
 * @param was what stood there; the same as {@code written} when it was found right
 * @param account who wrote it
 * @param by his name
 */
public record WrittenLine(int line, String was, String written, UUID account, String by, Instant at) {}
