package lantai.web.description;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import lantai.description.BulkKind;
import lantai.description.BulkOrder;

/** The order of an edit of many, as typed. */
record BulkForm(String deed, String element, String find, String value, String reason) {
    static BulkForm of(MultivaluedMap<String, String> sent) {
        return new BulkForm(
                text(sent, "deed"),
                text(sent, "element"),
                text(sent, "find"),
                text(sent, "value"),
                text(sent, "reason").strip());
    }

    private static String text(MultivaluedMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    BulkOrder order() {
        var replace = deed.equals("replace");
        return new BulkOrder(
                replace ? BulkKind.REPLACE : BulkKind.SET,
                element,
                replace ? find : "",
                replace ? value : value.strip(),
                reason);
    }
}
