package lantai.ingest.catalogue;

import lantai.policy.Ground;
import lantai.problem.Problem;

/** What can go wrong with a catalogue, and with one row of it. What is wrong with a row says what the row was held to. */
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
    FIELD_MISSING(Ground.CATALOGUE_IMPORT),
    VALUE_TOO_LONG,
    CODE_MALFORMED(Ground.CODE_FORM),
    /** A row. Values: the fonds. */
    FONDS_UNKNOWN(Ground.FONDS_REGISTER),
    /** A row. Values: the fonds. */
    FONDS_CLOSED(Ground.FONDS_REGISTER),
    /** A row. Values: what the code says, what the column says. */
    CODE_SAYS_OTHERWISE(Ground.CODE_FORM),
    /** A row. Values: the class. */
    CLASS_UNKNOWN(Ground.CLASSIFICATION),
    /** A row. Values: how the house would write it. */
    CODE_BY_OTHER_TEMPLATE(Ground.REFERENCE_CODES),
    /** A row. Values: the row that has it first. */
    CODE_TWICE(Ground.UNIQUE_CODE),
    CODE_USED_BEFORE(Ground.UNIQUE_CODE),
    DATE_IMPOSSIBLE(Ground.CALENDAR),
    DATE_TO_COME,
    DATE_INCOMPLETE(Ground.CALENDAR),
    YEAR_IMPOSSIBLE,
    /** A row. Values: the year of the date. */
    YEAR_IS_NOT_THE_DATES,
    RETENTION_UNKNOWN(Ground.CATALOGUE_IMPORT),
    CATEGORY_UNKNOWN(Ground.CLASSIFICATION),
    KIND_UNKNOWN(Ground.KINDS),
    ID_NUMBER_WRONG(Ground.IDENTITY_NUMBER),
    ID_WITHOUT_NAME,
    PAGES_NOT_A_NUMBER,
    /** A row. Values: the mark. */
    STATE_SECRET(Ground.CATALOGUE_IMPORT);

    private final Ground ground;

    CatalogueProblem() {
        this(Ground.ENTRY);
    }

    CatalogueProblem(Ground ground) {
        this.ground = ground;
    }

    /** {@return what a row was held to} */
    Ground ground() {
        return ground;
    }
}
