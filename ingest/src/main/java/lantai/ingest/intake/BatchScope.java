package lantai.ingest.intake;

import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.account.SignedIn;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The batches that a person may see: whoever reviews or files sees all, everybody else those of the own department and
 * those delivered personally.
 *
 * @param all whether the rest does not matter
 */
public record BatchScope(boolean all, UUID account, Optional<UUID> department) {
    static final String SQL = "(:scopeAll or b.created_by = :scopeAccount or b.department_id = :scopeDepartment)";

    /** {@return what this person may see} */
    public static BatchScope of(SignedIn who) {
        return new BatchScope(
                who.may(Right.REVIEW, Right.FILE),
                who.account().id(),
                who.account().departmentId());
    }

    /** {@return whether a batch is among those} */
    public boolean sees(Batch batch) {
        return all
                || batch.createdBy().equals(Optional.of(account))
                || (department.isPresent() && batch.departmentId().equals(department));
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("scopeAll", all)
                .bind("scopeAccount", account)
                .bindByType("scopeDepartment", department.orElse(null), UUID.class);
    }
}
