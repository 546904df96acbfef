@NullMarked
package lantai.web.gate;

import org.jspecify.annotations.NullMarked;
