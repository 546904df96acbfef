package lantai.search;

/**
 * The place between two pages of results. What is in it concerns the index alone; it fits the question it was made for
 * and stays good while the index changes.
 *
 * @param token letters that may stand in a URL
 */
public record Cursor(String token) {}
