package lantai.account;

import org.jdbi.v3.core.Handle;

/** The names of people for print, where records keep the name they sign in with. */
public final class AccountNames {
    private AccountNames() {}

    /** {@return the name shown to others, or the name itself when no account bears it} */
    public static String shown(Handle handle, String name) {
        return handle.createQuery("select display_name from account where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .orElse(name);
    }
}
