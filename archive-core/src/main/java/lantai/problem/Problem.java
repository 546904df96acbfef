package lantai.problem;

/**
 * One thing that can go wrong in a feature. Each feature has an enum of its own; the constant's name is the {@code code}
 * in problem documents and the key of its text in the message bundles.
 */
public interface Problem {
    /** The stable code, for example {@code NAME_TAKEN}. */
    String name();
}
