/** The rules of the house: what they say, since when, who wrote them, and writing the next version. Start at {@link lantai.web.policy.PolicyResource}. */
@NullMarked
package lantai.web.policy;

import org.jspecify.annotations.NullMarked;
