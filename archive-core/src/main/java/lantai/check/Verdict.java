package lantai.check;

/** What a report says as a whole about what was carried out. What was not run is told beside it. */
public enum Verdict {
    /** Nothing that was carried out failed. */
    PASSED("已执行的项目均合格"),
    /** Only items failed that do not stop a record. */
    WARNED("合格，有提醒"),
    /** An item failed that stops a record. */
    FAILED("不合格");

    private final String chinese;

    Verdict(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the words on paper} */
    public String chinese() {
        return chinese;
    }
}
