package lantai.ingest.workflow;

import java.time.Instant;

/**
 * Something that was done with a batch.
 *
 * @param from the stage at which it was done
 * @param to the stage to which it led
 * @param back whether the batch was given back
 */
public record StageDeed(Stage from, Stage to, boolean back, String reason, String by, Instant at) {}
