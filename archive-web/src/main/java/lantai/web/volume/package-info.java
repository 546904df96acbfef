/** Volumes on the screen and over the interface. Start at {@link lantai.web.volume.VolumeResource}. */
@NullMarked
package lantai.web.volume;

import org.jspecify.annotations.NullMarked;
