/**
 * Description (著录) of filed records: which elements a record has by rule, and how they are changed in versions. Start at {@link
 * lantai.description.DescriptionDesk}.
 */
@NullMarked
package lantai.description;

import org.jspecify.annotations.NullMarked;
