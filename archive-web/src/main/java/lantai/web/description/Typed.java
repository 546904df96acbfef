package lantai.web.description;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lantai.problem.Malformed;
import lantai.web.security.RequestProblem;

/**
 * The form as it was sent.
 *
 * @param seen the version that the form was filled with
 * @param values by the code of the element
 */
record Typed(long seen, Map<String, String> values, String reason) {
    /** Before the code of an element in the name of its field. */
    static final String FIELD = "element:";

    /** @throws Malformed when it is not a form of ours */
    static Typed of(MultivaluedMap<String, String> sent) {
        var seen = Optional.ofNullable(sent.getFirst("seen")).orElse("");
        if (!seen.matches("\\d{1,18}")) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
        return new Typed(
                Long.parseLong(seen),
                sent.keySet().stream()
                        .filter(name -> name.startsWith(FIELD))
                        .collect(Collectors.toMap(
                                name -> name.substring(FIELD.length()),
                                name -> Optional.ofNullable(sent.getFirst(name)).orElse(""))),
                Optional.ofNullable(sent.getFirst("reason")).orElse(""));
    }
}
