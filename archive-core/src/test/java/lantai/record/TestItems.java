package lantai.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.retention.RetentionPeriod;
import org.jdbi.v3.core.Handle;

/** Filed records for tests, invented. */
public final class TestItems {
    private TestItems() {}

    /** {@return a record with this code, put into the register} */
    public static Item filed(Handle transaction, String code) {
        return filed(transaction, code, Category.WS, 2025, "D30");
    }

    /** {@return a record with this code and place, put into the register} */
    public static Item filed(Handle transaction, String code, Category category, int year, String retention) {
        var id = UUID.randomUUID();
        var item = new Item(
                id,
                new ReferenceCode(code),
                code.substring(0, 4),
                category,
                "",
                "",
                year,
                RetentionPeriod.parse(retention).orElseThrow(),
                "样例·" + code,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Privacy(false, 1),
                Origin.UNKNOWN,
                1,
                Item.objectIdOf(id),
                1,
                Instant.parse("2026-11-22T02:00:00Z"),
                "archivist",
                1);
        new ItemRegister().add(transaction, item, List.of(), List.of());
        return item;
    }
}
