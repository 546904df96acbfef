package lantai.account;

import java.util.UUID;

/**
 * A department of the agency (内设机构).
 *
 * @param disabled whether new work may no longer be given to it
 */
public record Department(UUID id, String name, boolean disabled) {}
