/**
 * Volumes (案卷): items bound together in an order, closed with a note on their state (备考表), opened again only with a reason.
 * Start at {@link lantai.volume.VolumeDesk}; {@link lantai.volume.VolumeForming} forms many by rule.
 */
@NullMarked
package lantai.volume;

import org.jspecify.annotations.NullMarked;
