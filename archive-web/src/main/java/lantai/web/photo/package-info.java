/** Photo groups on the screen and over the interface. Start at {@link lantai.web.photo.PhotoGroupResource}. */
@NullMarked
package lantai.web.photo;

import org.jspecify.annotations.NullMarked;
