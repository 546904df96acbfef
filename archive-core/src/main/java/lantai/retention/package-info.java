/** How long a record is kept (保管期限). */
@NullMarked
package lantai.retention;

import org.jspecify.annotations.NullMarked;
