package lantai.web.signin;

import java.util.List;
import lantai.account.OpenSignIn;
import lantai.web.frame.Page;

/** Where a person is signed in. */
public record DevicesView(Page page, List<OpenSignIn> devices) {
    public DevicesView {
        devices = List.copyOf(devices);
    }
}
