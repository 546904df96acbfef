package lantai.web.operator;

/** One thing a node needs to serve people. Thread-safe; answers within seconds, never with an exception. */
public interface HealthCheck {
    /** Asks once. */
    CheckResult check();
}
