/** The journal of the registers: what changes in the database beside the records themselves, kept in the store. */
@NullMarked
package lantai.journal;

import org.jspecify.annotations.NullMarked;
