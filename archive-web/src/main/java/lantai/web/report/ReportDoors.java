package lantai.web.report;

import lantai.inspection.InspectionDesk;
import lantai.statistics.AnnualReports;
import org.jdbi.v3.core.Jdbi;

/** The doors that the screens of reports go through. */
public record ReportDoors(Jdbi jdbi, AnnualReports statistics, InspectionDesk inspections) {}
