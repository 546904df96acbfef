package lantai.check;

/** What a failure does. */
public enum Severity {
    /** It stops the record. */
    BLOCK("拦截"),
    /** It is told, and the record goes on. */
    WARN("提醒");

    private final String chinese;

    Severity(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the word on paper} */
    public String chinese() {
        return chinese;
    }
}
