package lantai.web.launch;

/** Tells the person at the terminal what happens. Called from several threads. */
@FunctionalInterface
public interface Announcer {
    /**
     * Says one thing.
     *
     * @param key its text, in the bundle {@code launch}
     * @param values what the text quotes
     */
    void announce(String key, Object... values);
}
