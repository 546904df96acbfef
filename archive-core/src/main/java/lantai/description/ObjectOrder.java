package lantai.description;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Orders, in the same transaction, that the object of a record gets its new description. */
@FunctionalInterface
public interface ObjectOrder {
    void describe(Handle transaction, UUID item);
}
