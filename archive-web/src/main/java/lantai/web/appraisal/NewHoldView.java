package lantai.web.appraisal;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import lantai.account.Account;
import lantai.web.frame.Page;

/**
 * The form of a new hold.
 *
 * @param typed what stands in its fields
 * @param owners who may answer for it
 * @param error why it could not be placed
 */
public record NewHoldView(
        Page page, MultivaluedMap<String, String> typed, List<Account> owners, Optional<String> error) {
    public NewHoldView {
        owners = List.copyOf(owners);
    }

    /** {@return what stands in a field} */
    public String text(String name) {
        return new Form(typed).text(name);
    }

    /** {@return whether a choice is made} */
    public boolean is(String name, String value) {
        return text(name).equals(value);
    }

    /** {@return whether this one is to answer for it: the one chosen, else the reader} */
    public boolean isOwner(Account account) {
        var chosen = text("owner");
        return chosen.isEmpty()
                ? page.account()
                        .filter(reader -> reader.id().equals(account.id()))
                        .isPresent()
                : chosen.equals(account.id().toString());
    }
}
