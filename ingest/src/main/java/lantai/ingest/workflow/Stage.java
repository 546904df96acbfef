package lantai.ingest.workflow;

import java.util.Optional;
import java.util.stream.Stream;

/** One step on the way into the archive (GB/T 18894-2016), in order. */
public enum Stage {
    /** 收集: files, metadata and attachments are brought together. */
    CAPTURE("收集"),
    /** 整理: what belongs together is one document, classified and described. */
    ARRANGE("整理"),
    /** 鉴定: retention and opening are decided on. */
    APPRAISE("鉴定"),
    /** 检测: the four properties are looked at. */
    CHECK("检测"),
    /** 登记: the register of filing is filled in. */
    REGISTER("登记"),
    /** 归档: custody moves to the archive. */
    FILE("归档");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    /** {@return as on paper, for example 整理} */
    public String chinese() {
        return chinese;
    }

    /** {@return the one with this name, if there is one} */
    public static Optional<Stage> of(String name) {
        return Stream.of(values()).filter(stage -> stage.name().equals(name)).findFirst();
    }
}
