package lantai.problem;

/** The request itself is wrong: mend it and send it again (HTTP 400). */
public final class Malformed extends ArchiveException {
    private static final long serialVersionUID = 1;

    /**
     * @param problem what went wrong
     * @param values the values that its text quotes
     */
    public Malformed(Problem problem, Object... values) {
        super(problem, values);
    }
}
