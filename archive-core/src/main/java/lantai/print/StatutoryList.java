package lantai.print;

import java.util.Optional;
import java.util.stream.Stream;

/** The lists that regulations ask for (社会保险业务档案管理规定; DA/T 22-2015; GB/T 18894-2016). */
public enum StatutoryList {
    /** 归档文件目录: records by item. */
    ITEMS("items"),
    /** 案卷目录: volumes. */
    VOLUMES("volumes"),
    /** 卷内文件目录: the records of one volume. */
    IN_VOLUME("volume"),
    /** 备考表: the note on the state of one volume. */
    NOTE("note"),
    /** 照片档案目录: photos by group. */
    PHOTOS("photos"),
    /** 归档登记表: what was filed, in numbers. */
    REGISTER("register"),
    /** 移交清册: what is handed over. */
    TRANSFER("transfer");

    private final String code;

    StatutoryList(String code) {
        this.code = code;
    }

    /** {@return its name in addresses and rules} */
    public String code() {
        return code;
    }

    /** {@return the list with this code, if there is one} */
    public static Optional<StatutoryList> of(String code) {
        return Stream.of(values()).filter(list -> list.code.equals(code)).findFirst();
    }
}
