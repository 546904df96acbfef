/** The page behind {@code /}. */
@NullMarked
package lantai.web.home;

import org.jspecify.annotations.NullMarked;
