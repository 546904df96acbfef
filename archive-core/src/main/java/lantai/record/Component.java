package lantai.record;

import lantai.storage.Fixity;

/**
 * One computer file of an item: a master, never altered.
 *
 * @param ordinal from 1
 * @param name the file's own name, as delivered, without folders
 * @param puid PRONOM id, empty when unknown
 */
public record Component(int ordinal, String name, Fixity fixity, String mime, String puid, String formatName) {
    /** {@return its place in the OCFL object} */
    public String path() {
        return "masters/%03d-%s".formatted(ordinal, name);
    }
}
