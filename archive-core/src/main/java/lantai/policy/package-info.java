/** Rules of the house as versioned, dated records (制度). Start at {@link lantai.policy.PolicyCentre}. */
@NullMarked
package lantai.policy;

import org.jspecify.annotations.NullMarked;
