package lantai.scheme;

import lantai.classification.Category;

/**
 * One class of the scheme.
 *
 * @param code its class number, category code first, for example {@code ZY·YB·GL}
 * @param category the category it lies in
 * @param name for example 管理类
 * @param evidence {@code S} seen in a source, {@code K} to be confirmed by the agency, {@code A} confirmed by it
 * @param basis the rule it comes from
 */
public record ClassNode(String code, Category category, String name, String evidence, String basis) {
    /** {@return how many levels lie above it, 0 for the category itself} */
    public int depth() {
        return (int) code.chars().filter(letter -> letter == '·').count();
    }

    /** {@return the class number above it, empty for a category} */
    public String parent() {
        var dot = code.lastIndexOf('·');
        return dot < 0 ? "" : code.substring(0, dot);
    }
}
