package lantai.audit;

import java.util.UUID;

/**
 * What a deed touched.
 *
 * @param type the kind of thing, for example {@code item}
 * @param id which one
 */
public record Subject(String type, String id) {
    /** {@return the thing of a kind with this id} */
    public static Subject of(String type, UUID id) {
        return new Subject(type, id.toString());
    }
}
