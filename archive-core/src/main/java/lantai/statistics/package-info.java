/** Annual statistics (档案统计): what is counted, what is typed, and the report of a year that is closed. Start at {@link lantai.statistics.AnnualReports}. */
@NullMarked
package lantai.statistics;

import org.jspecify.annotations.NullMarked;
