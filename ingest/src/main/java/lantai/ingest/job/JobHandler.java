package lantai.ingest.job;

import java.io.IOException;
import java.util.UUID;

/** Does the jobs of one kind. A job may come twice, so a handler does what is left to do. */
public interface JobHandler {
    /**
     * Does one job.
     *
     * @throws IOException or any unchecked exception to have it tried again later
     */
    void run(UUID subject) throws IOException;
}
