/**
 * How a file is enciphered in segments, so that it streams, any part of it opens alone, and nothing can be cut off, altered or
 * exchanged unseen. Start at {@link lantai.cipher.CipherFile}.
 */
@NullMarked
package lantai.cipher;

import org.jspecify.annotations.NullMarked;
