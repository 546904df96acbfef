/**
 * Joins scans to the entries of catalogues by the reference codes in their names (挂接). Start at {@link lantai.ingest.hooking.HookDesk}.
 */
@NullMarked
package lantai.ingest.hooking;

import org.jspecify.annotations.NullMarked;
