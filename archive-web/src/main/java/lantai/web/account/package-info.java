/**
 * Users, departments and roles. The system administrator keeps accounts and departments, the security administrator gives
 * roles and unlocks; the register in the core holds them apart. Start at {@link lantai.web.account.AccountResource}.
 */
@NullMarked
package lantai.web.account;

import org.jspecify.annotations.NullMarked;
