/**
 * Keys of this archive: hashing and encrypting what may not lie open ({@link lantai.key.KeyRing}), signing ({@link
 * lantai.key.SigningKey}), the keys of enciphered items ({@link lantai.key.ItemKeys}).
 */
@NullMarked
package lantai.key;

import org.jspecify.annotations.NullMarked;
