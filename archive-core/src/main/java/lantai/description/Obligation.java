package lantai.description;

import java.util.stream.Stream;

/** Whether an element has to be described (DA/T 18-2022). */
public enum Obligation {
    /** 必著: always. */
    MANDATORY("M", "必著"),
    /** 有则必著: when the record has it, which only a person can tell. */
    WHERE_THERE("C", "有则必著"),
    /** 选著: as one likes. */
    OPTIONAL("O", "选著");

    private final String code;
    private final String chinese;

    Obligation(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** {@return M, C or O} */
    public String code() {
        return code;
    }

    /** {@return as on paper, for example 必著} */
    public String chinese() {
        return chinese;
    }

    /** {@return the one with this code} */
    static Obligation of(String code) {
        return Stream.of(values())
                .filter(obligation -> obligation.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
