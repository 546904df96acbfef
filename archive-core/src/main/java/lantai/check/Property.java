package lantai.check;

/** The four properties (四性) of DA/T 70-2018, in its order. */
public enum Property {
    AUTHENTICITY("真实性"),
    INTEGRITY("完整性"),
    USABILITY("可用性"),
    SECURITY("安全性");

    private final String chinese;

    Property(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the name on paper, for example 真实性} */
    public String chinese() {
        return chinese;
    }
}
