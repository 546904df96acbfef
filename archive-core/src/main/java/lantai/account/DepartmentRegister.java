package lantai.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The register of departments. The caller brings the transaction; every change is audited in it. */
public final class DepartmentRegister {
    private final AuditTrail audit;

    public DepartmentRegister(AuditTrail audit) {
        this.audit = audit;
    }

    /** {@return all departments by name} */
    public List<Department> list(Handle handle) {
        return handle.createQuery("select id, name, disabled from department order by name")
                .map(ConstructorMapper.of(Department.class))
                .list();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Department get(Handle handle, UUID id) {
        return handle.createQuery("select id, name, disabled from department where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Department.class))
                .findOne()
                .orElseThrow(() -> new NotFound(AccountProblem.NO_SUCH_DEPARTMENT, id));
    }

    /**
     * Adds a department.
     *
     * @throws Refused when the name is taken
     */
    public Department add(Handle transaction, Actor by, String name) {
        var department = new Department(UUID.randomUUID(), checked(name), false);
        var added = transaction
                .createUpdate("insert into department (id, name) values (:id, :name) on conflict (name) do nothing")
                .bind("id", department.id())
                .bind("name", department.name())
                .execute();
        if (added == 0) {
            throw new Refused(AccountProblem.DEPARTMENT_NAME_TAKEN, department.name());
        }
        record(transaction, by, AuditAction.DEPARTMENT_ADDED, department);
        return department;
    }

    /**
     * Renames a department, or takes it out of use or back into it.
     *
     * @throws Refused when the name is taken, or when people are still in a department to be taken out of use
     */
    public Department change(Handle transaction, Actor by, UUID id, String name, boolean disabled) {
        var before = get(transaction, id);
        var after = new Department(id, checked(name), disabled);
        if (disabled && !before.disabled() && hasPeople(transaction, id)) {
            throw new Refused(AccountProblem.DEPARTMENT_STILL_HAS_PEOPLE, before.name());
        }
        if (isTaken(transaction, after)) {
            throw new Refused(AccountProblem.DEPARTMENT_NAME_TAKEN, after.name());
        }
        transaction
                .createUpdate("update department set name = :name, disabled = :disabled where id = :id")
                .bind("id", id)
                .bind("name", after.name())
                .bind("disabled", disabled)
                .execute();
        record(transaction, by, AuditAction.DEPARTMENT_CHANGED, after);
        return after;
    }

    private static boolean hasPeople(Handle transaction, UUID id) {
        return transaction
                .createQuery("select exists (select 1 from account where department_id = :id and not disabled)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isTaken(Handle transaction, Department department) {
        return transaction
                .createQuery("select exists (select 1 from department where name = :name and id <> :id)")
                .bind("name", department.name())
                .bind("id", department.id())
                .mapTo(Boolean.class)
                .one();
    }

    private static String checked(String name) {
        if (name.isBlank()) {
            throw new Malformed(AccountProblem.DEPARTMENT_NAME_MISSING);
        }
        return name.strip();
    }

    private void record(Handle transaction, Actor by, AuditAction action, Department department) {
        audit.record(
                transaction,
                by,
                action,
                Subject.of("department", department.id()),
                Map.of("name", department.name(), "disabled", Boolean.toString(department.disabled())));
    }
}
