package lantai.web.appraisal;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.Malformed;
import lantai.web.security.RequestProblem;

/** A form as it was sent. What is missing is empty; what cannot be read is refused. */
public record Form(MultivaluedMap<String, String> values) {
    /** {@return the text of a field} */
    public String text(String name) {
        return Optional.ofNullable(values.getFirst(name)).orElse("").strip();
    }

    /** {@return the password of a field, untouched} */
    public String secret(String name) {
        return Optional.ofNullable(values.getFirst(name)).orElse("");
    }

    /** {@return whether a box is ticked} */
    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** {@return the ids of all boxes of a name that are ticked} */
    public List<UUID> ids(String name) {
        return Optional.ofNullable(values.get(name)).orElse(List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(Form::id)
                .toList();
    }

    /** {@return a number, 0 when the field is empty} */
    int number(String name) {
        var text = text(name);
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
    }

    /** {@return a constant} */
    public <E extends Enum<E>> E constant(Class<E> type, String name) {
        return constant(type, Optional.of(text(name)));
    }

    public static <E extends Enum<E>> E constant(Class<E> type, Optional<String> name) {
        return List.of(type.getEnumConstants()).stream()
                .filter(constant -> name.equals(Optional.of(constant.name())))
                .findFirst()
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
    }

    public static UUID id(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException notAnId) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
    }
}
