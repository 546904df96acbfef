package lantai.problem;

/** Stored bytes or rows are not what they were: an alarm, not the caller's fault (HTTP 500). */
public final class Damaged extends ArchiveException {
    private static final long serialVersionUID = 1;

    /**
     * @param problem what went wrong
     * @param values the values that its text quotes
     */
    public Damaged(Problem problem, Object... values) {
        super(problem, values);
    }
}
