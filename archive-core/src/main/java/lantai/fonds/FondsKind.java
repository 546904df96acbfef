package lantai.fonds;

/** What holds a fonds together (GB/T 13967-2026; names from knowledge, to be confirmed against its text). */
public enum FondsKind {
    /** 机构全宗: the records of one body. */
    INSTITUTION("机构全宗"),
    /** 主题全宗: records about one matter. */
    SUBJECT("主题全宗"),
    /** 联合全宗: the records of bodies that cannot be told apart. */
    JOINT("联合全宗"),
    /** 汇集全宗: the records of small bodies of one kind, gathered. */
    COLLECTED("汇集全宗");

    private final String chinese;

    FondsKind(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the name on paper, for example 机构全宗} */
    public String chinese() {
        return chinese;
    }
}
