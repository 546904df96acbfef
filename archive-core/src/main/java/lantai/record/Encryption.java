package lantai.record;

import java.util.Optional;
import lantai.storage.Encipherment;
import org.jdbi.v3.core.Handle;

/** Says how the object of a record that is filed now is to be enciphered. */
public interface Encryption {
    /** {@return the order}; empty when the object is not to be enciphered */
    Optional<Encipherment.Order> order(Handle handle, Item item);
}
