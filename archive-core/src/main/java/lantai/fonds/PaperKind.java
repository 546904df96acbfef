package lantai.fonds;

/** What a paper of the fonds descriptive file is about (全宗卷; division from knowledge, to be confirmed by the agency). */
public enum PaperKind {
    /** 全宗介绍、历史考证. */
    HISTORY("全宗介绍"),
    /** 收集、移交、接收. */
    RECEIPT("收集移交"),
    /** 整理. */
    ARRANGEMENT("整理"),
    /** 鉴定、销毁. */
    APPRAISAL("鉴定"),
    /** 保管. */
    KEEPING("保管"),
    /** 统计. */
    STATISTICS("统计"),
    /** 利用. */
    USE("利用"),
    /** 其他. */
    OTHER("其他");

    private final String chinese;

    PaperKind(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the name on paper, for example 整理} */
    public String chinese() {
        return chinese;
    }
}
