package lantai.disposal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantai.removal.Condemned;
import lantai.storage.FixityDigest;

/**
 * By what remains of destroyed records are known.
 *
 * @param items their ids
 * @param names ids, object ids, reference codes
 * @param digests SHA-256 and SM3 of their files that nobody else owns
 * @param sizes sizes of those files, in bytes
 */
record Wanted(Set<UUID> items, Set<String> names, Set<String> digests, Set<Long> sizes) {
    /**
     * @param codes reference codes, as far as they had any
     * @param owned SHA-256 of the contents that others own
     */
    static Wanted of(Collection<Condemned> gone, Collection<String> codes, Set<String> owned) {
        var items = new HashSet<UUID>();
        var names = new HashSet<String>(codes);
        var digests = new HashSet<String>();
        var sizes = new HashSet<Long>();
        for (var entry : gone) {
            items.add(entry.id());
            names.addAll(List.of(entry.id().toString(), entry.objectId()));
            for (var object : entry.components()) {
                if (!owned.contains(object.fixity().sha256())) {
                    digests.addAll(
                            List.of(object.fixity().sha256(), object.fixity().sm3()));
                    sizes.add(object.fixity().size());
                }
            }
        }
        return new Wanted(items, names, digests, sizes);
    }

    /** {@return the names under which a file system could hold them: also the hash under which OCFL files an object} */
    Set<String> fileNames() {
        var all = new HashSet<>(names);
        all.addAll(digests);
        names.forEach(name -> all.add(FixityDigest.sha256(name)));
        return all;
    }
}
