package lantai.transfer;

import java.util.Optional;
import java.util.stream.Stream;

/** What whoever hands over thinks of opening a record to the public (开放审核, 档案法 art. 27 and 30; value list of DA/T 18-2022). */
public enum OpenOpinion {
    /** 开放. */
    OPEN("开放"),
    /** 控制: not opened. */
    CONTROLLED("控制"),
    /** 延期开放: not opened when the usual time has come. */
    DEFERRED("延期开放");

    private final String chinese;

    OpenOpinion(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the word on paper} */
    public String chinese() {
        return chinese;
    }

    /** {@return what the metadata say (M74 控制标识, 开放 or 控制)} */
    String control() {
        return this == OPEN ? OPEN.chinese : CONTROLLED.chinese;
    }

    /** {@return the opinion with this name, if there is one} */
    public static Optional<OpenOpinion> of(String name) {
        return Stream.of(values())
                .filter(opinion -> opinion.name().equals(name))
                .findFirst();
    }
}
