package lantai.account;

/**
 * A fresh account or a fresh password of one.
 *
 * @param password the first password in clear, to be shown once and changed at the first sign-in
 */
public record AddedAccount(Account account, String password) {
    @Override
    public String toString() {
        return "AddedAccount[" + account.name() + ']';
    }
}
