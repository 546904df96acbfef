package lantai.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.problem.Damaged;
import org.jspecify.annotations.Nullable;

/**
 * Makes the copy of an object at one location whole, file by file, from whichever other location has good bytes: a new copy, one
 * that missed a version, one that was damaged. Afterwards every byte of the copy has been read back.
 *
 * <p>Nothing is taken from a copy without its digest, and nothing is written that does not fit.
 */
final class Repair {
    private final List<Location> locations;
    private final Ledger ledger;
    private final Path work;

    /** @param work a folder for files on their way */
    Repair(List<Location> locations, Ledger ledger, Path work) {
        this.locations = locations;
        this.ledger = ledger;
        this.work = work;
    }

    /** {@return one that believes a single location and asks no ledger} */
    Repair onlyFrom(Location source) {
        return new Repair(List.of(source), Ledger.NONE, work);
    }

    /**
     * Makes a copy whole.
     *
     * @return the paths that were written or taken away, in the object's folder; empty when all was well
     * @throws Damaged when some of it fits nowhere; what could be made whole is whole then
     * @throws IOException when a location does not answer
     */
    List<String> make(String objectId, Location target) throws IOException {
        var folder = Layout.folder(objectId);
        var inventory = reference(objectId, folder);
        var changed = new ArrayList<String>();
        var lost = new ArrayList<String>();
        var texts = new TreeMap<String, String>();
        var wanted = wanted(folder, inventory, texts);
        var present = target.files(folder).stream().map(Location.Entry::path).collect(Collectors.toUnmodifiableSet());
        for (var file : wanted.entrySet()) {
            if (present.contains(file.getKey()) && fits(target, folder + '/' + file.getKey(), file.getValue())) {
                continue;
            }
            if (written(folder + '/' + file.getKey(), texts.get(file.getKey()), target)
                    || fetch(folder + '/' + file.getKey(), file.getValue(), target)) {
                changed.add(file.getKey());
            } else {
                lost.add(file.getKey());
            }
        }
        if (!lost.isEmpty()) {
            throw new Damaged(StorageProblem.NO_GOOD_COPY, objectId, String.join(", ", lost));
        }
        for (var path : present) {
            if (!wanted.containsKey(path)) {
                target.remove(folder + '/' + path);
                changed.add(path);
            }
        }
        return changed;
    }

    /** The inventory that is true: the acknowledged one, or without a ledger the newest that fits its own digest. */
    private Inventory reference(String objectId, String folder) throws IOException {
        var acknowledged = ledger.acknowledged(objectId);
        var unusable = new ArrayList<String>();
        Optional<Inventory> best = Optional.empty();
        Optional<IOException> silent = Optional.empty();
        for (var location : locations) {
            try {
                var found = Retrieval.inventory(location, folder, acknowledged);
                if (best.isEmpty() || best.get().head() < found.head()) {
                    best = Optional.of(found);
                }
            } catch (Retrieval.Absent | Damaged notThisOne) {
                unusable.add(location.name());
            } catch (IOException failure) {
                silent = Optional.of(failure);
            }
        }
        if (best.isEmpty() && silent.isPresent()) {
            throw silent.get();
        }
        return best.orElseThrow(() -> new Damaged(
                StorageProblem.NO_GOOD_COPY, objectId, Layout.INVENTORY + " at " + String.join(", ", unusable)));
    }

    /**
     * What the copy must hold, by path, with SHA-512; contents first and the inventory of the object last.
     *
     * @param texts takes the files whose whole text follows from the rest
     */
    private Map<String, String> wanted(String folder, Inventory inventory, Map<String, String> texts)
            throws IOException {
        var wanted = new java.util.LinkedHashMap<String, String>();
        text(wanted, texts, Layout.NAMASTE, "ocfl_object_1.1\n");
        wanted.putAll(new TreeMap<>(inventory.contents()));
        for (var version = 1; version < inventory.head(); version++) {
            var older = older(folder, "v" + version + '/', inventory.id());
            wanted.put("v" + version + '/' + Layout.INVENTORY, older);
            text(wanted, texts, "v" + version + '/' + Layout.SIDECAR, sidecar(older));
        }
        wanted.put("v" + inventory.head() + '/' + Layout.INVENTORY, inventory.sha512());
        text(wanted, texts, "v" + inventory.head() + '/' + Layout.SIDECAR, sidecar(inventory.sha512()));
        wanted.put(Layout.INVENTORY, inventory.sha512());
        text(wanted, texts, Layout.SIDECAR, sidecar(inventory.sha512()));
        return wanted;
    }

    private static String sidecar(String sha512) {
        return sha512 + "  " + Layout.INVENTORY + "\n";
    }

    private static void text(Map<String, String> wanted, Map<String, String> texts, String path, String text) {
        texts.put(path, text);
        wanted.put(path, digest(text));
    }

    private boolean written(String path, @Nullable String text, Location target) throws IOException {
        if (text == null) {
            return false;
        }
        Files.createDirectories(work);
        var half = work.resolve("repair-" + UUID.randomUUID());
        try {
            target.write(path, Files.writeString(half, text));
            return true;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** No newer inventory vouches for an older one, so the first that fits its sidecar is believed. */
    private String older(String folder, String version, String objectId) throws IOException {
        var problem = new Damaged(StorageProblem.NO_GOOD_COPY, objectId, version + Layout.INVENTORY);
        for (var location : locations) {
            try {
                return Inventory.read(location, folder + '/' + version.substring(0, version.length() - 1))
                        .sha512();
            } catch (NoSuchFileException | Damaged notThisOne) {
                problem.addSuppressed(notThisOne);
            }
        }
        throw problem;
    }

    private static String digest(String text) {
        return java.util.HexFormat.of()
                .formatHex(Digests.sha512().digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static boolean fits(Location location, String path, String sha512) throws IOException {
        try (InputStream in = location.read(path)) {
            return Digests.sha512(in).equals(sha512);
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    private boolean fetch(String path, String sha512, Location target) throws IOException {
        Files.createDirectories(work);
        var half = work.resolve("repair-" + UUID.randomUUID());
        try {
            for (var source : locations) {
                if (!source.name().equals(target.name()) && taken(source, path, sha512, half)) {
                    target.write(path, half);
                    if (!fits(target, path, sha512)) {
                        throw new IOException(target.place() + " gave other bytes back than it was given: " + path);
                    }
                    return true;
                }
            }
            return false;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static boolean taken(Location source, String path, String sha512, Path half) {
        try (InputStream in = source.read(path)) {
            Files.copy(in, half, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notHere) {
            return false;
        }
        try (InputStream in = Files.newInputStream(half)) {
            return Digests.sha512(in).equals(sha512);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
