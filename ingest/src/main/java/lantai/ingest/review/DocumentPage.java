package lantai.ingest.review;

import java.util.UUID;

/**
 * One page of a document under review.
 *
 * @param ordinal from 1
 * @param fileId the received file it lies in
 * @param filePage from 1; 0 for a file without pages, as a whole
 * @param turn degrees clockwise to turn the source so that it stands upright
 */
public record DocumentPage(int ordinal, UUID fileId, int filePage, int turn) {}
