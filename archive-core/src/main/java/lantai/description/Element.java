package lantai.description;

import java.util.List;

/**
 * One element of description (著录项目).
 *
 * @param code stable, as stored and sent, for example {@code scope}
 * @param name as on paper, for example 范围和提要
 * @param area the part of the description it belongs to, for example 内容与结构
 * @param values the list of values of a choice; empty for other types
 * @param usual the value of a record of which nothing else was said; may be empty
 * @param propose what is proposed from the facts of the first file, with their names in braces, for example {@code
 *     {WIDTH}×{HEIGHT}}; may be empty
 * @param basis the standard that has it
 * @param evidence S seen, K to be confirmed by the agency, A confirmed
 */
public record Element(
        String code,
        String name,
        String area,
        ElementType type,
        List<String> values,
        String usual,
        String propose,
        String basis,
        String evidence) {
    public Element {
        values = List.copyOf(values);
    }

    /** {@return whether the agency has not confirmed it yet} */
    public boolean isUnconfirmed() {
        return evidence.equals("K");
    }
}
