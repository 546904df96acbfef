/** Style sheets, scripts and drawings of the screens, with their content's hash in the address. Start at {@link lantai.web.asset.Assets}. */
@NullMarked
package lantai.web.asset;

import org.jspecify.annotations.NullMarked;
