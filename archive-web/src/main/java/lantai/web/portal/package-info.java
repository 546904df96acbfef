/** What an insured person sees: the own records, as one timeline. */
@NullMarked
package lantai.web.portal;

import org.jspecify.annotations.NullMarked;
