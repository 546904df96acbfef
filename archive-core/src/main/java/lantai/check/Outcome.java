package lantai.check;

/** How one item of the check came out for one target. What was not run never counts as passed. */
public enum Outcome {
    FAILED("不通过"),
    /** It could not be carried out, and the reason is told. */
    NOT_RUN("未执行"),
    /** A person has to look. */
    MANUAL("待人工"),
    PASSED("通过"),
    NOT_APPLICABLE("不适用");

    private final String chinese;

    Outcome(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the word on paper} */
    public String chinese() {
        return chinese;
    }
}
