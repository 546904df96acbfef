package lantai.record;

import lantai.classification.Category;
import lantai.retention.RetentionPeriod;

/**
 * Where groups of records are numbered.
 *
 * @param scope everything left of the group number, for example {@code J057-ZP·2025-Y-}
 */
public record GroupPlace(CodeScope scope, Category category, int year, RetentionPeriod retention) {}
