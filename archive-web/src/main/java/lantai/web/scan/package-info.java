/** The quality of scans on the screen and over the interface: what was found, what people say of it, separator sheets. */
@NullMarked
package lantai.web.scan;

import org.jspecify.annotations.NullMarked;
