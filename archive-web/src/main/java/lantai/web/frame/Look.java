package lantai.web.frame;

/**
 * How a reader wants pages to look; kept in cookies, because it belongs to the screen and not to the account.
 *
 * @param theme {@code light}, {@code dark} or {@code auto} (as the machine is set)
 * @param large whether the type is large
 */
public record Look(String theme, boolean large) {}
