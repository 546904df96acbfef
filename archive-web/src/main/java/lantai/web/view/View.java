package lantai.web.view;

/**
 * A page or a part of one: what a resource answers instead of HTML.
 *
 * @param template its path below {@code src/main/jte}, for example {@code inbox/inbox.jte}
 * @param model the one {@code @param} of the template
 */
public record View(String template, Object model) {}
