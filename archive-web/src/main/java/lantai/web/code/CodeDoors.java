package lantai.web.code;

import lantai.ingest.filing.FilingDesk;
import lantai.ingest.job.JobQueue;
import lantai.record.CodeGaps;
import lantai.record.ItemRegister;
import lantai.record.OutsideCodes;
import lantai.record.Renumbering;
import org.jdbi.v3.core.Jdbi;

/** What the screens of reference codes go through. */
public record CodeDoors(
        Jdbi jdbi,
        ItemRegister items,
        CodeGaps gaps,
        Renumbering renumbering,
        OutsideCodes outside,
        FilingDesk filing,
        JobQueue jobs) {
    /** How many rows a page has. */
    static final int SIZE = 100;
}
