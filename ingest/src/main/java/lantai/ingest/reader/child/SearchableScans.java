package lantai.ingest.reader.child;

import lantai.ingest.reader.Outcome;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.wire.Job;

/** Makes a searchable PDF/A of scans and their ALTO pages. */
final class SearchableScans {
    private SearchableScans() {}

    static Outcome write(Job.Searchable job) {
        return new Outcome(ReadingState.UNSUPPORTED, "not yet: " + job.kind());
    }
}
