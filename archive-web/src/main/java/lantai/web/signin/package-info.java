/**
 * Coming in and going out: sign-in, sign-out, one's own password, language, type size and theme, and where each role lands.
 * Start at {@link lantai.web.signin.SignInResource}.
 */
@NullMarked
package lantai.web.signin;

import org.jspecify.annotations.NullMarked;
