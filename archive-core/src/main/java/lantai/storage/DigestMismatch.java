package lantai.storage;

import java.io.IOException;

/** The bytes of one copy of a file are not what they must be. */
final class DigestMismatch extends IOException {
    private static final long serialVersionUID = 1;

    /** @param found the SHA-512 of what is there */
    DigestMismatch(String path, String found) {
        super(path + " has other bytes, of SHA-512 " + found);
    }
}
