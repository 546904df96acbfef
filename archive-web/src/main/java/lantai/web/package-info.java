/**
 * The web side of the archive: start reading at {@link lantai.web.Wiring}, which builds every resource by hand, once, when the
 * application starts. Features stand in packages of their own below this one; none of them knows this package.
 */
@NullMarked
package lantai.web;

import org.jspecify.annotations.NullMarked;
