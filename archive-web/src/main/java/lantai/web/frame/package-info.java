/**
 * What surrounds every page: who reads it, in which language and type size, where the reader is, what waits. Start at {@link
 * lantai.web.frame.Visit}; templates get a {@link lantai.web.frame.Page}.
 */
@NullMarked
package lantai.web.frame;

import org.jspecify.annotations.NullMarked;
