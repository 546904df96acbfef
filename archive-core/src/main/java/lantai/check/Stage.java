package lantai.check;

import java.util.Optional;
import java.util.stream.Stream;

/** When records are checked. */
public enum Stage {
    /** 归档: when they become records. */
    FILING("GD", "归档"),
    /** 移交接收: when they are handed over or taken over. */
    RECEIPT("YJ", "移交接收"),
    /** 长期保存: while they are kept. No official copy with the codes of this stage was seen, so ours stand there. */
    LONG_TERM(Rule.OWN, "长期保存");

    private final String prefix;
    private final String chinese;

    Stage(String prefix, String chinese) {
        this.prefix = prefix;
        this.chinese = chinese;
    }

    String prefix() {
        return prefix;
    }

    /** {@return the name on paper} */
    public String chinese() {
        return chinese;
    }

    /** {@return the stage as typed in a command or an address, for example {@code long-term}} */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** {@return the stage with this word, if there is one} */
    public static Optional<Stage> of(String word) {
        return Stream.of(values()).filter(stage -> stage.word().equals(word)).findFirst();
    }
}
