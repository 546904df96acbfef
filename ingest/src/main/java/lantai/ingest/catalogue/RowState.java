package lantai.ingest.catalogue;

/** What becomes of one row. The constant's name is what is stored. */
public enum RowState {
    /** It becomes an entry. */
    NEW,
    /** The archive has this record, described the same. */
    SAME,
    /** The archive has this record and describes it otherwise. */
    DIFFERENT,
    /** Something in it is against a rule. */
    FAULTY
}
