/** Finding filed records: the results, how they are narrowed, and the same for programs. Start at {@link lantai.web.search.Question}. */
@NullMarked
package lantai.web.search;

import org.jspecify.annotations.NullMarked;
