package lantai.description;

import java.util.UUID;

/**
 * A relation as it is now, seen from one of its two records.
 *
 * @param own whether it was written at this record; otherwise at the other
 * @param other the other record
 */
public record Tie(RelationKind kind, boolean own, UUID other) {}
