package lantai.record;

/**
 * How a record came to be (生成方式, DA/T 18-2022). The eight categories say what a record is about; whether it is an electronic one
 * is told by this.
 */
public enum Origin {
    /** Made on a computer (原生电子). */
    BORN_DIGITAL("原生"),
    /** A picture of something on paper or another carrier (数字化). */
    DIGITISED("数字化"),
    /** Put together from other records (编辑). */
    EDITED("编辑"),
    /** On paper or another carrier only: the catalogue tells of it, no file is here (实体). */
    PHYSICAL(""),
    /** Its files do not show it, and nobody has said it. */
    UNKNOWN("");

    private final String chinese;

    Origin(String chinese) {
        this.chinese = chinese;
    }

    /** {@return the value of the element of its description; empty when there is nothing to say there} */
    public String chinese() {
        return chinese;
    }

    /** {@return what this is after somebody has written the element; what is no value of it changes nothing} */
    public Origin described(String value) {
        for (var origin : values()) {
            if (!value.isEmpty() && origin.chinese.equals(value)) {
                return origin;
            }
        }
        return chinese.isEmpty() || !value.isEmpty() ? this : UNKNOWN;
    }
}
