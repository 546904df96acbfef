package lantai.web.signin;

import java.util.Optional;
import lantai.web.frame.Page;

/**
 * The page where people sign in.
 *
 * @param name what was typed as name before
 * @param to where to go afterwards
 * @param error why it did not work
 */
public record SignInView(Page page, String name, String to, Optional<String> error) {}
