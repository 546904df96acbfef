package lantai.description;

/** What is described (著录层级, DA/T 18-2022). */
public enum Level {
    FONDS("全宗级"),
    CLASS("类别级"),
    VOLUME("案卷级"),
    ITEM("文件级");

    private final String chinese;

    Level(String chinese) {
        this.chinese = chinese;
    }

    /** {@return as on paper, for example 文件级} */
    public String chinese() {
        return chinese;
    }
}
