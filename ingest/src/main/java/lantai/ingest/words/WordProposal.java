package lantai.ingest.words;

import java.time.Instant;
import java.util.UUID;

/**
 * A word that may belong into the dictionary.
 *
 * @param was what had been read instead
 * @param times how often it was corrected
 * @param by who corrected it first
 */
public record WordProposal(UUID id, String word, String was, int times, String by, Instant at) {}
