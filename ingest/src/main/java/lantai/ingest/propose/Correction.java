package lantai.ingest.propose;

/**
 * What a person decided about a document: its kind, accepted or corrected.
 *
 * @param document as it was read
 * @param kind the code of the right kind's rule
 */
public record Correction(ReadDocument document, String kind) {}
