/** Records leave the archive as packages: BagIt and OCFL, as a zip file. Start at {@link lantai.web.packages.Packing}. */
@NullMarked
package lantai.web.packages;

import org.jspecify.annotations.NullMarked;
