package lantai.web.signin;

import java.util.Optional;
import lantai.web.frame.Page;

/**
 * The second step of signing in.
 *
 * @param to where the reader wanted to go
 * @param error what is wrong with the last try
 */
public record CodeView(Page page, String to, Optional<String> error) {}
