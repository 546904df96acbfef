/** Rules of the house as versioned, dated records (制度). Reading starts at {@link lantai.policy.PolicyCentre}, changing at {@link lantai.policy.DraftDesk}; a feature that owns a rule implements {@link lantai.policy.HouseRule}. */
@NullMarked
package lantai.policy;

import org.jspecify.annotations.NullMarked;
