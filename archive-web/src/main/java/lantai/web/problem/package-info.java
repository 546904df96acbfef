/** Tells people and programs what went wrong, in words, with the way out. Start at {@link lantai.web.problem.ArchiveExceptionMapper}. */
@NullMarked
package lantai.web.problem;

import org.jspecify.annotations.NullMarked;
