/**
 * The commands of the front door {@code ./lantai}. Each is one class; {@link lantai.web.command.Main} lists them. Only here the
 * standard streams are used.
 */
@NullMarked
package lantai.web.command;

import org.jspecify.annotations.NullMarked;
