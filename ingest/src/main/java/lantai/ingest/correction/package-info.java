/**
 * The correction desk: people put right what was read. A line is kept as soon as it is written; when a page is done, its
 * lines become a new text of the page, with author and time, and the older text stays. Start at
 * {@link lantai.ingest.correction.CorrectionDesk}.
 */
@NullMarked
package lantai.ingest.correction;

import org.jspecify.annotations.NullMarked;
