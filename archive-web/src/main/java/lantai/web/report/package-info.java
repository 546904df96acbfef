/** What the agency reports of its archive each year, and how it inspects itself. Start at {@link lantai.web.report.StatisticsResource}. */
@NullMarked
package lantai.web.report;

import org.jspecify.annotations.NullMarked;
