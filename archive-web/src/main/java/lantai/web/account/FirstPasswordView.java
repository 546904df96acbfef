package lantai.web.account;

import lantai.account.AddedAccount;
import lantai.web.frame.Page;

/**
 * A first password, shown this once.
 *
 * @param fresh whether the account is new, too
 */
public record FirstPasswordView(Page page, AddedAccount added, boolean fresh) {}
