package lantai.web.review;

import lantai.audit.AuditTrail;
import lantai.check.Reports;
import lantai.ingest.derive.PagePictures;
import lantai.ingest.filing.FilingDesk;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.pipeline.ParticularPolicy;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.pipeline.WorkFolder;
import lantai.ingest.review.Documents;
import lantai.ingest.review.ParticularDesk;
import lantai.ingest.review.ReviewDesk;
import lantai.storage.Staging;
import org.jdbi.v3.core.Jdbi;

/** The doors that the review desk's resources go through. */
public record ReviewDoors(
        Jdbi jdbi,
        Batches batches,
        ReceivedFiles files,
        Documents documents,
        ReviewDesk desk,
        ParticularDesk particularDesk,
        ParticularPolicy particulars,
        FilingDesk filing,
        Rules rules,
        WorkFolder work,
        PagePictures pictures,
        Staging staging,
        Reports checks,
        AuditTrail audit) {}
