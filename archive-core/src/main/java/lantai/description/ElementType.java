package lantai.description;

/** What may stand in an element. */
public enum ElementType {
    /** One line. */
    TEXT("文字"),
    /** Some lines. */
    LONG_TEXT("长文字"),
    /**
     * A day of the calendar, as {@code 2026-05-01}. An uncertain one stands in brackets (DA/T 18-2022) and may then be a month
     * or a year only: {@code [1945-08]}.
     */
    DATE("日期"),
    /** A number with at most six decimals. */
    NUMBER("数值"),
    /** One of the words of the element's list. */
    CHOICE("选项");

    private final String chinese;

    ElementType(String chinese) {
        this.chinese = chinese;
    }

    /** {@return as on the screen of rules} */
    public String chinese() {
        return chinese;
    }

    /** {@return whether anything can be written into it, so that a person can be told of} */
    public boolean isFree() {
        return this == TEXT || this == LONG_TEXT;
    }
}
