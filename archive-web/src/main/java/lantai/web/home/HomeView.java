package lantai.web.home;

/**
 * What the home page shows.
 *
 * @param title its heading
 */
public record HomeView(String title) {}
