package lantai.classification;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The eight categories of the agency's archive (档案门类). The codes follow DA/T 13-2022 where it has one; business records
 * carry {@code ZY} in a reference code, because the list of 机关档案管理规定 art. 23 puts an agency's own business there.
 */
public enum Category {
    /** 文书: documents of administration. */
    WS("文书", "WS"),
    /** 科技: projects, buildings, equipment. */
    KJ("科技", "KJ"),
    /** 会计: vouchers, ledgers, financial reports. */
    KU("会计", "KU"),
    /** 业务: the insurance business itself. */
    YW("业务", "ZY"),
    /** 电子: born-digital records without a better home: data, e-mail, web pages. */
    DZ("电子", "SJ"),
    /** 声像: sound and video. */
    SX("声像", "LX"),
    /** 照片: photographs. */
    ZP("照片", "ZP"),
    /** 实物: objects, kept with a picture. */
    SW("实物", "SW");

    private final String chinese;
    private final String referenceCodePart;

    Category(String chinese, String referenceCodePart) {
        this.chinese = chinese;
        this.referenceCodePart = referenceCodePart;
    }

    /** {@return the name on the screen, for example 文书} */
    public String chinese() {
        return chinese;
    }

    /** {@return the category part of a reference code (门类代码)} */
    public String referenceCodePart() {
        return referenceCodePart;
    }

    /** {@return whether records of this category carry the code in their reference codes, for example LY and LX for 声像} */
    public boolean holds(String code) {
        return switch (this) {
            case SX -> code.equals("LX") || code.equals("LY");
            case DZ -> Stream.of("SJ", "YJ", "WY", "MT").anyMatch(code::equals);
            case WS, KJ, KU, YW, ZP, SW -> code.equals(referenceCodePart);
        };
    }

    /** {@return the category with this code, if there is one} */
    public static Optional<Category> of(String code) {
        return Stream.of(values())
                .filter(category -> category.name().equals(code))
                .findFirst();
    }
}
