package lantai.web.signin;

import java.util.List;
import java.util.Optional;
import lantai.account.Enrolment;
import lantai.account.FactorState;
import lantai.web.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * A person's own second factor.
 *
 * @param owed whether it must be set up before anything else
 * @param enrolment what the phone must be told, while one is being set up
 * @param recoveryCodes fresh ones, shown this once
 * @param error what is wrong with the last try
 */
public record SecondFactorView(
        Page page,
        boolean owed,
        FactorState state,
        Optional<Enrolment> enrolment,
        List<String> recoveryCodes,
        Optional<PasswordView.Wrong> error) {
    public SecondFactorView {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** {@return what is wrong with a field, or null when nothing is} */
    public @Nullable String errorAt(String field) {
        return error.filter(told -> told.field().equals(field))
                .map(PasswordView.Wrong::told)
                .orElse(null);
    }

    /** {@return the code to be scanned} */
    public SquareCode square() {
        return SquareCode.of(enrolment.orElseThrow().address(page.say("signin.factor.issuer")));
    }
}
