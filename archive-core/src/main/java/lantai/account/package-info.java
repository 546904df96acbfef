/** People who work with the archive: accounts, departments, roles and sign-ins. Doors: {@link lantai.account.AccountRegister}, {@link lantai.account.SignInDesk}. */
@NullMarked
package lantai.account;

import org.jspecify.annotations.NullMarked;
