/** Places at which a trial breaks the archive on purpose. */
@NullMarked
package lantai.fault;

import org.jspecify.annotations.NullMarked;
