package lantai.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads everything that is stored again and compares it with what it was. Needs no database and alters nothing. */
public final class StoreCheck {
    private final ArchivalStore store;
    private final Staging staging;

    public StoreCheck(ArchivalStore store, Staging staging) {
        this.store = store;
        this.staging = staging;
    }

    /**
     * One stored thing that is not what it was.
     *
     * @param place the OCFL object id, or {@code staging/} and the SHA-256
     * @param problem what is wrong, with the standard's code where it has one
     */
    public record Damage(String place, String problem) {}

    /**
     * What was found.
     *
     * @param objects OCFL objects read
     * @param staged staged contents read
     */
    public record Report(long objects, long staged, List<Damage> damaged) {
        public Report {
            damaged = List.copyOf(damaged);
        }

        /** {@return whether everything is what it was} */
        public boolean ok() {
            return damaged.isEmpty();
        }
    }

    /** Reads everything once. */
    public Report run() {
        List<Damage> damaged = new ArrayList<>();
        var objects = 0L;
        try (var ids = store.objectIds()) {
            for (var id : (Iterable<String>) ids::iterator) {
                objects++;
                check(id, damaged);
            }
        } catch (RuntimeException unreadable) {
            damaged.add(new Damage("objects", unreadable.toString()));
        }
        List<String> contents = new ArrayList<>();
        staging.forEach(contents::add);
        contents.forEach(sha256 -> checkStaged(sha256, damaged));
        return new Report(objects, contents.size(), damaged);
    }

    private void check(String id, List<Damage> damaged) {
        try {
            store.validate(id).forEach(problem -> damaged.add(new Damage(id, problem)));
        } catch (RuntimeException unreadable) {
            damaged.add(new Damage(id, unreadable.toString()));
        }
    }

    private void checkStaged(String sha256, List<Damage> damaged) {
        try {
            var found = Fixity.isDigest(sha256)
                    ? FixityDigest.of(staging.file(sha256)).sha256()
                    : "a foreign name";
            if (!found.equals(sha256)) {
                damaged.add(new Damage("staging/" + sha256, "its bytes give " + found));
            }
        } catch (IOException unreadable) {
            damaged.add(new Damage("staging/" + sha256, unreadable.toString()));
        }
    }
}
