package lantai.policy;

/**
 * Where the names of codes stand that a column holds: a table of the same rule or of another one.
 *
 * @param rule name of the rule, empty for the same one
 * @param table its table of columns {@code code} and {@code name}, or its single value that pairs codes with names
 * @param list only the rows whose column {@code list} says this; empty for all
 */
public record RuleSource(String rule, String table, String list) {
    /** {@return a table of the same rule} */
    public static RuleSource here(String table) {
        return new RuleSource("", table, "");
    }

    /** {@return a table of another rule} */
    public static RuleSource of(String rule, String table) {
        return new RuleSource(rule, table, "");
    }

    /** {@return a vocabulary of the same rule} */
    public static RuleSource vocabulary(String list) {
        return new RuleSource("", "vocabularies", list);
    }
}
