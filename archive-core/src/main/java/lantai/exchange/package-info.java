/**
 * Packages that leave the archive and come into it, in forms that others read: BagIt (RFC 8493), OCFL objects, and the encapsulation of
 * DA/T 48-2009. Start at {@link lantai.exchange.PackageReport} and {@link lantai.exchange.BagCheck}.
 */
@NullMarked
package lantai.exchange;

import org.jspecify.annotations.NullMarked;
