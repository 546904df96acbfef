package lantai.record;

/**
 * Whether a record tells of persons, as judged by a rule of the agency. Until it is judged it is personal.
 *
 * @param personal whether data of persons may stand in it
 * @param rule the version of the rule that judged, 0 when none has yet
 */
public record Privacy(boolean personal, int rule) {
    /** Nobody has judged yet. */
    public static final Privacy UNJUDGED = new Privacy(true, 0);
}
