package lantai.ingest.reader.wire;

import lantai.ingest.reader.PageReading;

/**
 * The answer of the OCR process to one page.
 *
 * @param id of the job
 * @param page what was found
 */
public record Recognised(long id, PageReading page) {}
