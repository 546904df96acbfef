package lantai.policy;

/**
 * One value that a cell may hold.
 *
 * @param value as it is stored
 * @param label as it is shown, in Chinese as on paper
 */
public record RuleChoice(String value, String label) {}
