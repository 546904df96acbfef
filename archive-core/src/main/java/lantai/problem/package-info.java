/** What can go wrong, as five kinds that each tell the caller what to do. Start at {@link lantai.problem.ArchiveException}. */
@NullMarked
package lantai.problem;

import org.jspecify.annotations.NullMarked;
