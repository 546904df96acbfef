package lantai.search;

/** A property by which results are counted and narrowed. */
public enum Facet {
    /** The category of the archive; values are its codes. */
    CATEGORY,
    /** The year of the record; values are four digits. */
    YEAR,
    /** The document kind; values are its codes. */
    KIND
}
