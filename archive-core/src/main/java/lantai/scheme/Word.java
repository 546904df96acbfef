package lantai.scheme;

/**
 * One word of a controlled list.
 *
 * @param list for example {@code insutype}
 * @param code as stored, for example {@code 310}
 * @param name for example 职工基本医疗保险
 */
public record Word(String list, String code, String name, String evidence) {}
