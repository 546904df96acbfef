package lantai.description;

import java.util.Optional;
import java.util.stream.Stream;

/** How one record belongs to another (DA/T 46-2009, relations; agency policy which kinds). */
public enum RelationKind {
    /** 复文: the other answers this one. */
    REPLY("复文"),
    /** 附件: the other is attached to this one. */
    ATTACHMENT("附件"),
    /** 更正: this one corrects the other. */
    CORRECTS("更正"),
    /** 参见: whoever reads the one should look at the other. */
    SEE_ALSO("参见");

    private final String chinese;

    RelationKind(String chinese) {
        this.chinese = chinese;
    }

    /** {@return as on paper, for example 复文} */
    public String chinese() {
        return chinese;
    }

    /** {@return the one with this name, if there is one} */
    public static Optional<RelationKind> of(String name) {
        return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
