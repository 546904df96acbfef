/** The page that shows the makers each component in each state. */
@NullMarked
package lantai.web.design;

import org.jspecify.annotations.NullMarked;
