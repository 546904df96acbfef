package lantai.problem;

/** A rule of the archive forbids it now (HTTP 409). */
public final class Refused extends ArchiveException {
    private static final long serialVersionUID = 1;

    /**
     * @param problem what went wrong
     * @param values the values that its text quotes
     */
    public Refused(Problem problem, Object... values) {
        super(problem, values);
    }
}
