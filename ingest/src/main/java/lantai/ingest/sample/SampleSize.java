package lantai.ingest.sample;

/** How much of the invented archive is wanted. */
public enum SampleSize {
    /** About twelve files, at least one of each way of reading and of failing: for quick tests. */
    SMALL,
    /** About sixty files: what {@code ./lantai run --demo} shows. */
    DEMO
}
