package lantai.web.check;

import java.util.Optional;
import java.util.UUID;
import lantai.check.Report;
import lantai.web.frame.Page;

/**
 * One line on the page of a record or a batch.
 *
 * @param kind {@code item} or {@code batch}
 */
public record LineView(Page page, String kind, UUID subject, Optional<Report> report) {}
