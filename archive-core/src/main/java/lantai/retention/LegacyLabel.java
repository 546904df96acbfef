package lantai.retention;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The terms on papers of before 2006. They stay labels: which period such a record gets is a matter of appraisal, never of a
 * table.
 */
public enum LegacyLabel {
    /** 长期. */
    LONG("长期"),
    /** 短期. */
    SHORT("短期");

    private final String chinese;

    LegacyLabel(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the word on the paper} */
    public String chinese() {
        return chinese;
    }

    /** {@return the label with this word} */
    public static Optional<LegacyLabel> of(String text) {
        return Stream.of(values())
                .filter(label -> label.chinese.equals(text.strip()))
                .findFirst();
    }
}
