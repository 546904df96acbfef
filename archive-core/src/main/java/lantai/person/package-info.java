/** The people the records are about. Start at {@link lantai.person.PersonRegister}. */
@NullMarked
package lantai.person;

import org.jspecify.annotations.NullMarked;
