/** What leadership sees: one question line, an answer with its number first, the years behind it, the records below. */
@NullMarked
package lantai.web.insight;

import org.jspecify.annotations.NullMarked;
