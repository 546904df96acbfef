/**
 * The item page: the paper with its words, what it is, where it lies, who may see it, what happened to it; page images by
 * IIIF Image API 3; copies to take away. Start at {@link lantai.web.item.Shelf}: nothing of an item is shown that does not
 * come through it.
 */
@NullMarked
package lantai.web.item;

import org.jspecify.annotations.NullMarked;
