/** Makes the database anew from what the store holds. */
@NullMarked
package lantai.rebuild;

import org.jspecify.annotations.NullMarked;
