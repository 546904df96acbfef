package lantai.transfer;

import java.util.UUID;

/**
 * A record that might be handed over.
 *
 * @param period code of its term
 * @param personal whether persons are told of in it
 */
public record Candidate(
        UUID id, String referenceCode, String title, int year, String period, int pages, boolean personal) {}
