/**
 * Boxes (档案盒) and where they stand (库房-列-架-层). Start at {@link lantai.stacks.BoxDesk}; {@link lantai.stacks.BoxRegister} tells
 * where something is.
 */
@NullMarked
package lantai.stacks;

import org.jspecify.annotations.NullMarked;
