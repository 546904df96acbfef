package lantai.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which files rows of the database speak of. */
public interface Owners {
    /** {@return the files of an object by logical path, with what their bytes must be}; empty when no row owns the object */
    Optional<Map<String, Fixity>> files(String objectId);

    /** {@return objects that rows speak of and the ledger does not}, the first of them */
    List<String> strangers(int size);

    /** Nobody owns anything. */
    Owners NOBODY = new Owners() {
        @Override
        public Optional<Map<String, Fixity>> files(String objectId) {
            return Optional.empty();
        }

        @Override
        public List<String> strangers(int size) {
            return List.of();
        }
    };
}
