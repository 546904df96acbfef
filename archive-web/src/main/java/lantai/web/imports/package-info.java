/** Catalogues from outside: handed in, mapped, looked at row by row, taken over, undone. Start at {@link lantai.web.imports.ImportResource}. */
@NullMarked
package lantai.web.imports;

import org.jspecify.annotations.NullMarked;
