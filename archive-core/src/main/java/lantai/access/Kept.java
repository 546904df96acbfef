package lantai.access;

import java.util.Optional;
import java.util.stream.Stream;
import lantai.access.VisibleItems.Count;

/** What a place of the tree is narrowed to by the form in which its records are here. */
public enum Kept {
    /** Every record. */
    ANY("", ""),
    /**
     * The electronic records (电子): those of the category of data, mail, web pages and social media, and every record that was
     * born digital, whatever its category. Electronic is a carrier and no field of work.
     */
    ELECTRONIC("electronic", " and (i.origin = 'BORN_DIGITAL' or i.category = 'DZ')"),
    /** Pictures of paper (数字化). */
    DIGITISED("digitised", " and i.origin = 'DIGITISED'"),
    /** Entries of the catalogue without an original (有目录无原文). */
    WITHOUT_FILES("without", " and not i.has_files");

    private final String code;
    private final String condition;

    Kept(String code, String condition) {
        this.code = code;
        this.condition = condition;
    }

    /** {@return as in an address; empty for every record} */
    public String code() {
        return code;
    }

    /** {@return the one with this code} */
    public static Optional<Kept> of(String code) {
        return Stream.of(values()).filter(kept -> kept.code.equals(code)).findFirst();
    }

    /** {@return the condition on the item {@code i}, to be added to others} */
    public String condition() {
        return condition;
    }

    /** {@return how many records of this form were counted} */
    public int of(Count count) {
        return switch (this) {
            case ANY -> count.items();
            case ELECTRONIC -> count.electronic();
            case DIGITISED -> count.digitised();
            case WITHOUT_FILES -> count.withoutFiles();
        };
    }
}
