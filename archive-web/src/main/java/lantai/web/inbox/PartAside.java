package lantai.web.inbox;

import java.util.UUID;

/**
 * A part of a file that a person has put aside while the rest of the file goes on.
 *
 * @param pages the pages of the file, for example {@code 2–3}
 * @param reason what the person gave as reason
 */
public record PartAside(UUID document, String title, String file, String pages, String reason) {}
