package lantai.policy;

/** What may stand in a cell of a rule, and how its JSON looks. */
public enum RuleType {
    /** One line of text; a JSON string. */
    TEXT,
    /** Some lines of text; a JSON string. */
    LONG_TEXT,
    /** A number; a JSON number. */
    NUMBER,
    /** Yes or no; a JSON boolean, no when it is left out. */
    YES_NO,
    /** One of the choices; a JSON string. */
    CHOICE,
    /** Any of the choices; a JSON array of strings. */
    CHOICES,
    /** Words; a JSON array of strings, typed one a line or parted by commas. */
    WORDS,
    /** Words with a number each; a JSON object, typed one a line as {@code word = number}. */
    WEIGHTS,
    /** Words with a text each; a JSON object of strings, typed one a line as {@code word = text}. */
    PAIRS,
    /**
     * How sure a row is: {@code S} seen in a source, {@code K} the agency must still confirm it, {@code A} confirmed by the
     * agency.
     */
    EVIDENCE
}
