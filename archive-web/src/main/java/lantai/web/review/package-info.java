/** The review desk: page, text and proposals side by side, worked with the keyboard. */
@NullMarked
package lantai.web.review;

import org.jspecify.annotations.NullMarked;
