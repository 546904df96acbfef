/**
 * Records leave the archive as packages: BagIt and OCFL, as a zip file. Start at {@link lantai.web.packages.Packing}. That a package has
 * come in is noted by {@link lantai.web.packages.PackageReceipts}.
 */
@NullMarked
package lantai.web.packages;

import org.jspecify.annotations.NullMarked;
