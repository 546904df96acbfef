/**
 * What the operator watches: the health of this node, in the shape of MicroProfile Health. Start at
 * {@link lantai.web.operator.HealthResource}.
 */
@NullMarked
package lantai.web.operator;

import org.jspecify.annotations.NullMarked;
