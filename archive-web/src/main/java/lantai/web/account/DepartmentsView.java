package lantai.web.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Department;
import lantai.web.frame.Page;

/**
 * The list of departments.
 *
 * @param people how many people each has
 * @param typed a new name as typed
 * @param error what was wrong with the last try
 */
public record DepartmentsView(
        Page page, List<Department> departments, Map<UUID, Long> people, String typed, Optional<String> error) {
    public DepartmentsView {
        departments = List.copyOf(departments);
        people = Map.copyOf(people);
    }

    /** {@return how many people a department has} */
    public long peopleIn(Department department) {
        return people.getOrDefault(department.id(), 0L);
    }
}
