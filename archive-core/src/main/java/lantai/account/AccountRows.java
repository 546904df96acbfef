package lantai.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows of the table {@code account} as values. */
final class AccountRows {
    static final String COLUMNS = "a.id, a.name, a.display_name, a.department_id, a.roles, a.must_change_password,"
            + " a.disabled, a.locked_until, a.insured_person_id";

    private AccountRows() {}

    static Account account(ResultSet row, Instant now) throws SQLException {
        var lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        var roles = (Object[]) row.getArray("roles").getArray();
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                Optional.ofNullable(row.getObject("department_id", UUID.class)),
                Arrays.stream(roles).map(role -> Role.valueOf((String) role)).collect(Collectors.toSet()),
                row.getBoolean("must_change_password"),
                row.getBoolean("disabled"),
                lockedUntil != null && lockedUntil.toInstant().isAfter(now),
                Optional.ofNullable(row.getObject("insured_person_id", UUID.class)));
    }
}
