/**
 * What a viewer may see. The deciding value is {@link lantai.access.Visibility}; lists, searches and counts carry it
 * inside their question, so that what may not be seen influences nothing.
 */
@NullMarked
package lantai.access;

import org.jspecify.annotations.NullMarked;
