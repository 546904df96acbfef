package lantai.storage;

import java.util.Map;
import java.util.Optional;

/**
 * What the archive remembers of its objects apart from the objects themselves. A store without a ledger works, but knows only what
 * the objects say of themselves.
 *
 * <p>Each method is durable when it returns. Thread-safe.
 */
public interface Ledger {
    /**
     * What an object was when it was acknowledged last.
     *
     * @param version the number of its newest version
     * @param sha512 the digest of its inventory
     */
    record Acknowledged(int version, String sha512) {}

    /** Remembers an object that is durable at enough locations. */
    void stored(String objectId, Acknowledged what);

    /** {@return what an object was when it was acknowledged last} */
    Optional<Acknowledged> acknowledged(String objectId);

    /** Remembers what the enciphered bytes of an object are, by their names in it, in place of what was remembered. */
    void enciphered(String objectId, Map<String, Fixity> files);

    /** {@return what the enciphered bytes of an object are, by their names in it}, empty when it is not enciphered */
    Map<String, Fixity> enciphered(String objectId);

    /** Remembers that a copy is missing, behind or damaged, so that it is made whole later. */
    void broken(String location, String objectId, String why);

    /** Remembers that a copy was made whole from another. */
    void mended(String location, String objectId, String what);

    /** Remembers that an object is about to be destroyed; no copy of it may be made from now on. */
    void condemned(String objectId);

    /** {@return whether an object is being destroyed} */
    boolean isCondemned(String objectId);

    /** Forgets an object that is gone from every location. */
    void gone(String objectId);

    /** Remembers nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public void stored(String objectId, Acknowledged what) {}

        @Override
        public Optional<Acknowledged> acknowledged(String objectId) {
            return Optional.empty();
        }

        @Override
        public void enciphered(String objectId, Map<String, Fixity> files) {}

        @Override
        public Map<String, Fixity> enciphered(String objectId) {
            return Map.of();
        }

        @Override
        public void broken(String location, String objectId, String why) {}

        @Override
        public void mended(String location, String objectId, String what) {}

        @Override
        public void condemned(String objectId) {}

        @Override
        public boolean isCondemned(String objectId) {
            return false;
        }

        @Override
        public void gone(String objectId) {}
    };
}
