package lantai.check;

/** What an item of the check looks at. */
enum Level {
    /** Each record. */
    RECORD,
    /** All records of the run together. */
    WHOLE,
    /** The archive itself, once in a run. */
    HOUSE
}
