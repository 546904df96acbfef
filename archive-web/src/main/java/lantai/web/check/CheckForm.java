package lantai.web.check;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import lantai.check.CheckRun;
import lantai.check.Stage;
import lantai.check.Target;
import lantai.problem.Malformed;
import lantai.web.security.RequestProblem;

/** The form for a check as it was sent. */
record CheckForm(Map<String, String> values) {
    static CheckForm of(MultivaluedMap<String, String> sent) {
        var values = new HashMap<String, String>();
        sent.forEach((name, all) ->
                values.put(name, all.isEmpty() ? "" : all.getFirst().strip()));
        return new CheckForm(Map.copyOf(values));
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    Stage stage() {
        return Stage.of(text("stage")).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
    }

    /** {@return what is to be looked at: a batch, a record, or a part of the archive} */
    Target target() {
        if (!text("batch").isEmpty()) {
            return Target.batch(id(text("batch")));
        }
        if (!text("item").isEmpty()) {
            return Target.item(id(text("item")));
        }
        return Target.part(
                text("fonds"),
                text("category"),
                text("year").isEmpty()
                        ? Optional.empty()
                        : Optional.of((int) number("year").orElse(0)),
                (int) number("every").orElse(1));
    }

    CheckRun.Declared declared() {
        return new CheckRun.Declared(number("items"), number("bytes"));
    }

    private OptionalLong number(String name) {
        var text = text(name).replace(",", "");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,15}")) {
            throw new Malformed(CheckWebProblem.NOT_A_NUMBER, text(name));
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
    }
}
