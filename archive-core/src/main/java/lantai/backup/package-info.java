/** Copies a running archive to another place, piece by piece, and brings it back from there. */
@NullMarked
package lantai.backup;

import org.jspecify.annotations.NullMarked;
