package lantai.search;

/** The order of results. Ties are broken by reference code, then by id. */
public enum Sort {
    /** Best first: hits in title, code and names before hits in pages. */
    RELEVANCE,
    /** The youngest first, items without a date last. */
    DATE_NEWEST,
    /** The oldest first, items without a date last. */
    DATE_OLDEST,
    /** By reference code, ascending. */
    REFERENCE_CODE
}
