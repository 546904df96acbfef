package lantai.policy;

/**
 * The rule that a value was held to, as it is told beside the value. It may stand among the values of a problem and is told in the
 * reader's language.
 *
 * @param version of the rule of the house; 0 for what is none
 */
public record HeldTo(Ground ground, int version) {}
