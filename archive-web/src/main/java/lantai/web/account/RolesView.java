package lantai.web.account;

import java.util.List;
import java.util.Map;
import lantai.account.Right;
import lantai.account.Role;
import lantai.web.frame.Page;

/**
 * What each role may do.
 *
 * @param holders how many people hold each role
 */
public record RolesView(Page page, List<Role> roles, List<Right> rights, Map<Role, Long> holders) {
    public RolesView {
        roles = List.copyOf(roles);
        rights = List.copyOf(rights);
        holders = Map.copyOf(holders);
    }
}
