/** Fonds (全宗): which body's records they are, what it was called when, and the papers about them. Start at {@link lantai.fonds.FondsRegister}. */
@NullMarked
package lantai.fonds;

import org.jspecify.annotations.NullMarked;
