package lantai.account;

/** What a list of accounts is sorted by. */
public enum AccountOrder {
    NAME("a.name"),
    DISPLAY_NAME("a.display_name"),
    DEPARTMENT("(select d.name from department d where d.id = a.department_id)"),
    /** Those who may sign in first. */
    STATE("a.disabled");

    private final String expression;

    AccountOrder(String expression) {
        this.expression = expression;
    }

    String expression() {
        return expression;
    }
}
