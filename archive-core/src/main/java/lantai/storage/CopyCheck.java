package lantai.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lantai.problem.Damaged;

/**
 * Reads every byte of one copy of an object and tells all that is wrong with it. Each content is read once, through all digests
 * at the same time; nothing is altered.
 */
final class CopyCheck {
    /** The detail of a fault that names a row of an enciphered file. */
    static final String ENCIPHERED_ROW = "enciphered_file";

    private final Location location;
    private final String objectId;
    private final String folder;
    private final Wanted wanted;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private long files;
    private long bytes;
    private long sm3Files;

    private CopyCheck(Location location, String objectId, Wanted wanted) {
        this.location = location;
        this.objectId = objectId;
        this.folder = Layout.folder(objectId);
        this.wanted = wanted;
    }

    /** What can be wrong with a copy. The names are stored, so none is ever renamed. */
    public enum Kind {
        /** There is no copy. */
        OBJECT_MISSING,
        /** An inventory is not what its digest says, or not the one that was acknowledged. */
        INVENTORY_DIFFERS,
        FILE_MISSING,
        BYTES_DIFFER,
        /** A file or an object that nothing speaks of. */
        STRAY,
        /** The bytes are not those of the database. */
        ROW_DIFFERS,
        /** The database has lost what it knew of the object or of a file. */
        ROW_MISSING
    }

    /**
     * Something that is wrong.
     *
     * @param path in the object's folder, or a logical path; empty for the whole object
     */
    public record Fault(Kind kind, String path, String detail) {}

    /**
     * What was found.
     *
     * @param sm3Files how many of the files were read through SM3 as well
     */
    public record Result(long files, long bytes, long sm3Files, List<Fault> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /** Decides which contents are read through SM3 as well, by their SHA-512. */
    interface Sm3 {
        boolean wants(String sha512);
    }

    /**
     * What a copy is held to.
     *
     * @param acknowledged what the ledger remembers
     * @param owned the files that rows speak of, by logical path; empty when no row owns the object
     * @param enciphered what the bytes of an enciphered object are that lie there, by their names in it
     */
    record Wanted(
            Optional<Ledger.Acknowledged> acknowledged,
            Optional<Map<String, Fixity>> owned,
            Map<String, Fixity> enciphered,
            Sm3 sm3,
            Pace pace) {}

    /** Holds back so that a disk is not read faster than it should. */
    interface Pace {
        void took(int bytes);
    }

    /** @throws IOException when the location does not answer */
    static Result of(Location location, String objectId, Wanted wanted) throws IOException {
        var check = new CopyCheck(location, objectId, wanted);
        check.run();
        return new Result(check.files, check.bytes, check.sm3Files, check.faults);
    }

    private void run() throws IOException {
        Inventory inventory;
        try {
            inventory = Retrieval.inventory(location, folder, wanted.acknowledged());
        } catch (Retrieval.Absent absent) {
            faults.add(new Fault(Kind.OBJECT_MISSING, "", location.name()));
            return;
        } catch (Damaged differs) {
            faults.add(new Fault(Kind.INVENTORY_DIFFERS, Layout.INVENTORY, String.valueOf(differs.getMessage())));
            return;
        }
        namaste();
        inventories(inventory);
        contents(inventory);
        rows(inventory);
        for (var entry : location.files(folder)) {
            if (!known.contains(entry.path())) {
                faults.add(new Fault(Kind.STRAY, entry.path(), entry.size() + " bytes"));
            }
        }
    }

    private void namaste() throws IOException {
        known.add(Layout.NAMASTE);
        try (InputStream in = location.read(folder + '/' + Layout.NAMASTE)) {
            if (!new String(in.readNBytes(100), StandardCharsets.UTF_8).equals("ocfl_object_1.1\n")) {
                faults.add(new Fault(Kind.BYTES_DIFFER, Layout.NAMASTE, ""));
            }
        } catch (NoSuchFileException missing) {
            faults.add(new Fault(Kind.FILE_MISSING, Layout.NAMASTE, ""));
        }
    }

    private void inventories(Inventory newest) throws IOException {
        known.add(Layout.INVENTORY);
        known.add(Layout.SIDECAR);
        for (var version = 1; version <= newest.head(); version++) {
            var path = "v" + version + '/' + Layout.INVENTORY;
            known.add(path);
            known.add("v" + version + '/' + Layout.SIDECAR);
            try {
                var found = Inventory.read(location, folder + "/v" + version);
                if ((version == newest.head() && !found.sha512().equals(newest.sha512()))
                        || found.head() != version
                        || !found.id().equals(objectId)) {
                    faults.add(new Fault(Kind.INVENTORY_DIFFERS, path, found.sha512()));
                }
            } catch (NoSuchFileException missing) {
                faults.add(new Fault(Kind.FILE_MISSING, path, ""));
            } catch (Damaged differs) {
                faults.add(new Fault(Kind.INVENTORY_DIFFERS, path, String.valueOf(differs.getMessage())));
            }
        }
    }

    private void contents(Inventory inventory) throws IOException {
        var rows = new HashMap<String, Fixity>();
        var told =
                inventory.isEnciphered() ? wanted.enciphered() : wanted.owned().orElse(Map.of());
        told.forEach((name, fixity) -> {
            var content = inventory.state().get(name);
            if (content != null) {
                rows.put(content, fixity);
            }
        });
        for (var content : inventory.contents().entrySet()) {
            known.add(content.getKey());
            try (var in = location.read(folder + '/' + content.getKey())) {
                content(content.getKey(), content.getValue(), Optional.ofNullable(rows.get(content.getKey())), in);
            } catch (NoSuchFileException missing) {
                faults.add(new Fault(Kind.FILE_MISSING, content.getKey(), ""));
            }
        }
    }

    private void content(String path, String sha512, Optional<Fixity> row, InputStream in) throws IOException {
        var sm3 = wanted.sm3().wants(sha512);
        var own = Digests.sha512();
        var both = new FixityDigest(sm3);
        var buffer = new byte[1 << 18];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            own.update(buffer, 0, read);
            both.update(buffer, 0, read);
            bytes += read;
            wanted.pace().took(read);
        }
        files++;
        sm3Files += sm3 ? 1 : 0;
        compare(path, sha512, own, row, both.sums());
    }

    private void compare(String path, String sha512, MessageDigest own, Optional<Fixity> row, FixityDigest.Sums sums) {
        var found = HexFormat.of().formatHex(own.digest());
        if (!found.equals(sha512)) {
            faults.add(new Fault(Kind.BYTES_DIFFER, path, found));
        } else if (row.isPresent() && !sums.fit(row.get())) {
            faults.add(new Fault(Kind.ROW_DIFFERS, path, sums.sha256()));
        }
    }

    private void rows(Inventory inventory) {
        if (wanted.acknowledged().isEmpty()) {
            faults.add(new Fault(Kind.ROW_MISSING, "", "stored_object"));
        }
        wanted.owned().ifPresent(owned -> {
            var names = owned.keySet().stream()
                    .map(logical -> inventory.isEnciphered() ? Encipherment.nameOf(logical) : logical)
                    .collect(Collectors.toUnmodifiableSet());
            names.stream()
                    .filter(name -> !inventory.state().containsKey(name))
                    .forEach(name -> faults.add(new Fault(Kind.FILE_MISSING, name, "")));
            inventory.state().keySet().stream()
                    .filter(name -> name.startsWith("masters/") && !names.contains(name))
                    .forEach(name -> faults.add(new Fault(Kind.ROW_MISSING, name, "component")));
        });
        if (inventory.isEnciphered()) {
            inventory.state().keySet().stream()
                    .filter(name -> !wanted.enciphered().containsKey(name))
                    .forEach(name -> faults.add(new Fault(Kind.ROW_MISSING, name, ENCIPHERED_ROW)));
        }
    }
}
