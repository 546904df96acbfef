package lantai.problem;

/** There is no such thing, or the caller may not know that there is (HTTP 404). */
public final class NotFound extends ArchiveException {
    private static final long serialVersionUID = 1;

    /**
     * @param problem what went wrong
     * @param values the values that its text quotes
     */
    public NotFound(Problem problem, Object... values) {
        super(problem, values);
    }
}
