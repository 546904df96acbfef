/** Page pictures and other copies for use: made when first needed, rebuildable at any time. Start at {@link lantai.ingest.derive.PagePictures}. */
@NullMarked
package lantai.ingest.derive;

import org.jspecify.annotations.NullMarked;
