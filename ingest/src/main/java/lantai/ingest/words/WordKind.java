package lantai.ingest.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lantai.policy.RuleChoice;

/** What a word of the dictionary names. */
public enum WordKind {
    TERM("业务用语"),
    PLACE("地名"),
    HOSPITAL("医疗机构"),
    BODY("单位"),
    OTHER("其他");

    private final String chinese;

    WordKind(String chinese) {
        this.chinese = chinese;
    }

    static List<RuleChoice> choices() {
        return Arrays.stream(values())
                .map(kind -> new RuleChoice(kind.name(), kind.chinese))
                .toList();
    }

    /** {@return the kind with this code} */
    public static Optional<WordKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }
}
