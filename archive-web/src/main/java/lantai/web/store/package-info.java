/** Where objects lie, how they are read again, what was found: for the operator. Start at {@link lantai.web.store.StoreResource}. */
@NullMarked
package lantai.web.store;

import org.jspecify.annotations.NullMarked;
