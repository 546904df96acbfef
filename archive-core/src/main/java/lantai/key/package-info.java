/** Keys of this archive: hashing and encrypting what may not lie open. Start at {@link lantai.key.KeyRing}. */
@NullMarked
package lantai.key;

import org.jspecify.annotations.NullMarked;
