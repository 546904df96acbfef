package lantai.removal;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Somewhere remains of a destroyed item could be found. The database is always looked through and needs no place. */
public sealed interface Place {
    /** {@return a stable name for the certificate, for example {@code objects}} */
    String name();

    /**
     * A folder: its names and the bytes of its files are looked at.
     *
     * @param root may not exist
     */
    record Folder(String name, Path root) implements Place {}

    /** Something in which items can be asked for, such as an index. */
    record Register(String name, KnownItems known) implements Place {}

    /**
     * A table in which the id of a destroyed item stays by rule, for example the audit trail.
     *
     * @param name of the table
     * @param reason why, as a code of the message bundles
     */
    record Kept(String name, String reason) implements Place {}

    /** Others who own the same bytes as a destroyed item and keep theirs. */
    record Owner(String name, OwnedBytes owned) implements Place {}

    /** Tells which bytes somebody owns. */
    interface OwnedBytes {
        /** {@return those of the contents, by SHA-256, that are owned} */
        Set<String> among(Handle handle, Set<String> sha256);
    }

    /** Tells which items something still knows. */
    interface KnownItems {
        /** {@return those of the items that it knows} */
        Set<UUID> among(Set<UUID> items);
    }
}
