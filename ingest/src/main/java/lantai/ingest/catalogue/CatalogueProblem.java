package lantai.ingest.catalogue;

import lantai.problem.Problem;

/** What can go wrong with a catalogue, and with one row of it. */
enum CatalogueProblem implements Problem {
    NO_SUCH_IMPORT,
    /** Values: the largest size in megabytes. */
    FILE_TOO_LARGE,
    FILE_EMPTY,
    /** Values: how the import stands, as a constant of {@link ImportState}. */
    NOT_NOW,
    CHANGED_BY_ANOTHER,
    /** Values: the field. */
    FIELD_NOT_MAPPED,
    /** Values: the field. */
    FIELD_MAPPED_TWICE,
    NOTHING_TO_TAKE_OVER,
    /** Values: how many findings. */
    FINDINGS_OPEN,
    /** Values: how many entries are hooked, frozen, appraised or described anew. */
    ENTRIES_IN_USE,
    REASON_MISSING,
    /** Values: what is wrong. */
    RULE_MALFORMED,
    /** A row: something that must be there is not. */
    FIELD_MISSING,
    VALUE_TOO_LONG,
    CODE_MALFORMED,
    /** A row. Values: the fonds. */
    FONDS_UNKNOWN,
    /** A row. Values: the fonds. */
    FONDS_CLOSED,
    /** A row. Values: what the code says, what the column says. */
    CODE_SAYS_OTHERWISE,
    /** A row. Values: the class. */
    CLASS_UNKNOWN,
    /** A row. Values: how the house would write it. */
    CODE_BY_OTHER_TEMPLATE,
    /** A row. Values: the row that has it first. */
    CODE_TWICE,
    CODE_USED_BEFORE,
    DATE_IMPOSSIBLE,
    DATE_TO_COME,
    DATE_INCOMPLETE,
    YEAR_IMPOSSIBLE,
    /** A row. Values: the year of the date. */
    YEAR_IS_NOT_THE_DATES,
    RETENTION_UNKNOWN,
    CATEGORY_UNKNOWN,
    KIND_UNKNOWN,
    ID_NUMBER_WRONG,
    ID_WITHOUT_NAME,
    PAGES_NOT_A_NUMBER,
    /** A row. Values: the mark. */
    STATE_SECRET
}
