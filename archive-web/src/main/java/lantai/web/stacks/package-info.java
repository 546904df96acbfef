/** Boxes, places and labels on the screen and over the interface. Start at {@link lantai.web.stacks.BoxResource}. */
@NullMarked
package lantai.web.stacks;

import org.jspecify.annotations.NullMarked;
