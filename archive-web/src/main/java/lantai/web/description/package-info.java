/** Describing filed records anew, on screens and over the interface. Start at {@link lantai.web.description.DescriptionResource}. */
@NullMarked
package lantai.web.description;

import org.jspecify.annotations.NullMarked;
