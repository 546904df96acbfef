/** Work on an archive beside its running server, through the same doors as the screens. */
@NullMarked
package lantai.web.outside;

import org.jspecify.annotations.NullMarked;
