package lantai.account;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which roles must have a second factor; a rule of the house. */
@FunctionalInterface
public interface FactorDuty {
    /** Nobody must. */
    FactorDuty NOBODY = _ -> Set.of();

    /** {@return the roles whose holders get no further than to setting up a second factor} */
    Set<Role> roles(Handle handle);
}
