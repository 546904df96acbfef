/** The screen and the interface of papers that were sealed because they bear the mark of a state secret. */
@NullMarked
package lantai.web.seal;

import org.jspecify.annotations.NullMarked;
