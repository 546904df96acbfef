/** The register of fonds: screens and interface. Start at {@link lantai.web.fonds.FondsResource}. */
@NullMarked
package lantai.web.fonds;

import org.jspecify.annotations.NullMarked;
