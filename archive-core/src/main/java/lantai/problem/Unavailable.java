package lantai.problem;

/** A part that is needed does not answer: try again later (HTTP 503). */
public final class Unavailable extends ArchiveException {
    private static final long serialVersionUID = 1;

    /**
     * @param problem what went wrong
     * @param values the values that its text quotes
     */
    public Unavailable(Problem problem, Object... values) {
        super(problem, values);
    }
}
