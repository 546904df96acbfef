/** Reference codes: scopes with their gaps, renumbering by two people, codes from outside. Start at {@link lantai.web.code.CodeResource}. */
@NullMarked
package lantai.web.code;

import org.jspecify.annotations.NullMarked;
