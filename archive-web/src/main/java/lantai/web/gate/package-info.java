/**
 * Stands before the web container as a bundle of the server's own feature, because the container answers addresses that it cannot
 * decode by itself, bare and in English. Start at {@link lantai.web.gate.AddressGate}.
 */
@NullMarked
package lantai.web.gate;

import org.jspecify.annotations.NullMarked;
