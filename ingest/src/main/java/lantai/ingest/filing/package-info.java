/** Filing (归档): a document gets its reference code and becomes an item, once and for ever. Start at {@link lantai.ingest.filing.FilingDesk}. */
@NullMarked
package lantai.ingest.filing;

import org.jspecify.annotations.NullMarked;
