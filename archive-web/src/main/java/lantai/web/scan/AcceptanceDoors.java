package lantai.web.scan;

import lantai.ingest.scan.HandOverDesk;
import lantai.ingest.scan.SampleDesk;
import lantai.ingest.scan.ScanDesk;
import org.jdbi.v3.core.Jdbi;

/** The doors behind the acceptance of scans. */
public record AcceptanceDoors(ScanDoors scans, SampleDesk samples, HandOverDesk handOvers) {
    Jdbi jdbi() {
        return scans.jdbi();
    }

    ScanDesk desk() {
        return scans.scans();
    }
}
