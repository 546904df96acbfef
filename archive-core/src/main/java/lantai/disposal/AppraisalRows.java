package lantai.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import lantai.retention.RetentionPeriod;
import org.jspecify.annotations.Nullable;

/** Rows of an appraisal as values. */
final class AppraisalRows {
    private AppraisalRows() {}

    static AppraisedItem item(ResultSet row) throws SQLException {
        var opinion = Optional.ofNullable(row.getString("opinion")).map(Opinion::valueOf);
        return new AppraisedItem(
                row.getObject("item_id", UUID.class),
                row.getString("reference_code"),
                present(row.getString("title")),
                row.getInt("year"),
                present(row.getString("retention")),
                row.getInt("page_count"),
                opinion,
                row.getObject("years") == null ? present(row.getString("period")) : row.getString("years"),
                present(row.getString("reason")),
                present(row.getString("decided_by")));
    }

    static boolean isLonger(RetentionPeriod period, String than) {
        return RetentionPeriod.parse(than)
                .map(present -> RetentionPeriod.BY_LENGTH.compare(period, present) > 0)
                .orElse(true);
    }

    private static String present(@Nullable String text) {
        return text == null ? "" : text;
    }
}
