/** Receiving: batches, files and uploads, from the first byte to the acknowledgement. Start at {@link lantai.ingest.intake.IntakeDesk}. */
@NullMarked
package lantai.ingest.intake;

import org.jspecify.annotations.NullMarked;
