package lantai.description;

/**
 * A relation as a version of a description tells it.
 *
 * @param referenceCode the code that the other record had then
 */
public record Relation(RelationKind kind, String referenceCode) {}
