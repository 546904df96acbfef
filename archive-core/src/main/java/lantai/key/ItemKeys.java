package lantai.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.cipher.CipherAlgorithm;
import lantai.cipher.ItemKey;
import lantai.problem.ArchiveException;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;

/**
 * The keys of enciphered items, each wrapped and in a file of its own outside the item's object, so that it can be destroyed alone.
 * They are in no database, no journal and no object. Each file lies in every one of the folders; a key exists when all of them
 * hold it, and is gone when none does. Thread-safe, also between processes on one machine.
 */
public final class ItemKeys {
    /** The file of the key-encryption keys, in the folder of the archive's keys. */
    public static final String WRAPPING_FILE = KeyEncryptionKeys.FILE;

    private static final Logger LOG = System.getLogger(ItemKeys.class.getName());
    private static final String SUFFIX = ".json";
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path home;
    private final KeyEncryptionKeys wrapping;
    private final List<Path> folders;
    private final SecureRandom random = new SecureRandom();

    /**
     * Nothing is read or made before the first key is.
     *
     * @param home the {@code keys} folder, where the key-encryption keys lie
     * @param folders where the wrapped keys lie; none where nothing is enciphered
     */
    public ItemKeys(Path home, List<Path> folders) {
        this.home = home;
        this.wrapping = new KeyEncryptionKeys(home);
        this.folders = List.copyOf(folders);
    }

    /** {@return none at all, for a store without keys} */
    public static ItemKeys none() {
        return new ItemKeys(Path.of("keys"), List.of());
    }

    /** Whether enciphered items can be read. */
    public enum State {
        /** Nothing is enciphered yet. */
        UNUSED,
        READY,
        /** There are items' keys, and what unwraps them is not there. */
        MISSING
    }

    private interface Deed<T> {
        T run() throws IOException;
    }

    private <T> T alone(Deed<T> deed) {
        if (folders.isEmpty()) {
            throw new Unavailable(KeyProblem.NO_KEYS);
        }
        synchronized (ONE_AT_A_TIME) {
            try {
                SecretFile.createFolder(home);
                try (var channel = FileChannel.open(
                                home.resolve("key-encryption.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    return deed.run();
                }
            } catch (IOException | UncheckedIOException failure) {
                var unwritable = new Unavailable(KeyProblem.KEYS_UNWRITABLE, home);
                unwritable.initCause(failure);
                throw unwritable;
            }
        }
    }

    /**
     * Makes the key of an item. One of the same algorithm that a try before has left is kept, so that whatever was written with it stays
     * readable; one of another is replaced. It survives a loss of power when this returns.
     *
     * @throws Unavailable when a folder cannot be written, or the key-encryption keys are missing
     */
    public ItemKey create(String objectId, CipherAlgorithm algorithm) {
        return alone(() -> {
            for (var folder : folders) {
                SecretFile.createFolder(folder);
            }
            var with = wrapping.exists() || anyKey() ? wrapping.read() : wrapping.create();
            Optional<ItemKey> left = holds(objectId) ? Optional.of(look(objectId)) : Optional.empty();
            var key =
                    left.filter(one -> one.algorithm() == algorithm).orElseGet(() -> ItemKey.fresh(algorithm, random));
            write(objectId, WrappedKey.of(objectId, key, with, random));
            return key;
        });
    }

    private void write(String objectId, WrappedKey wrapped) throws IOException {
        for (var folder : folders) {
            var file = file(folder, objectId);
            SecretFile.createFolder(file.resolveSibling(".").normalize());
            SecretFile.write(file, wrapped.bytes());
        }
    }

    /**
     * Finds the key of an item.
     *
     * @throws Unavailable when it is not there, or cannot be unwrapped because the key-encryption key is not there
     * @throws Damaged when no folder has a good one
     */
    public ItemKey find(String objectId) {
        if (folders.isEmpty()) {
            throw new Unavailable(KeyProblem.NO_KEYS);
        }
        try {
            return look(objectId);
        } catch (Damaged | Unavailable seems) {
            // a rotation overwrites what it replaces: only what is still so while nobody writes is so
            try {
                return alone(() -> look(objectId));
            } catch (Unavailable _) {
                throw seems;
            }
        }
    }

    private ItemKey look(String objectId) {
        Optional<ArchiveException> worst = Optional.empty();
        for (var folder : folders) {
            var file = file(folder, objectId);
            try {
                return unwrapped(objectId, file);
            } catch (Damaged | Unavailable failure) {
                worst = Optional.of(failure);
            } catch (NoSuchFileException missing) {
                worst = worst.or(() -> Optional.of(new Unavailable(KeyProblem.ITEM_KEY_MISSING, objectId)));
            } catch (IOException failure) {
                var unreadable = new Unavailable(KeyProblem.KEY_FILE_UNREADABLE, file);
                unreadable.initCause(failure);
                worst = Optional.of(unreadable);
            }
        }
        throw worst.orElseThrow();
    }

    /** A rotation may retire a generation between the two readings, so the second look is the one that counts. */
    private ItemKey unwrapped(String objectId, Path file) throws IOException {
        var wrapped = WrappedKey.read(file);
        var with = wrapping.read();
        if (!with.numbers().contains(wrapped.generation())) {
            return WrappedKey.read(file).unwrap(objectId, wrapping.read(), file);
        }
        return wrapped.unwrap(objectId, with, file);
    }

    /** {@return whether any folder holds a key of this item} */
    public boolean holds(String objectId) {
        return folders.stream().anyMatch(folder -> Files.exists(file(folder, objectId)));
    }

    /**
     * Destroys the key of an item in every folder: overwritten, then taken away. What was enciphered with it cannot be opened any
     * more, wherever a copy of it lies.
     *
     * @return whether there was one
     * @throws Unavailable when a folder does not answer; to be tried again
     */
    public boolean shred(String objectId) {
        if (folders.isEmpty()) {
            return false;
        }
        return alone(() -> {
            var any = false;
            for (var folder : folders) {
                if (wrapping.exists() && !Files.isDirectory(folder)) {
                    throw new IOException(folder + " is not there");
                }
                any |= SecretFile.shred(file(folder, objectId));
            }
            return any;
        });
    }

    /** {@return whether enciphered items can be read} */
    public State state() {
        if (!wrapping.exists()) {
            return anyKey() ? State.MISSING : State.UNUSED;
        }
        try {
            var known = wrapping.read();
            try (var files = files()) {
                var first = files.findFirst();
                return first.isEmpty()
                                || known.numbers()
                                        .contains(WrappedKey.read(first.get()).generation())
                        ? State.READY
                        : State.MISSING;
            }
        } catch (ArchiveException | IOException | UncheckedIOException unreadable) {
            return State.MISSING;
        }
    }

    /** {@return the generation that wraps now}; empty while there is none */
    public Optional<Integer> generation() {
        return wrapping.exists() ? Optional.of(wrapping.read().current()) : Optional.empty();
    }

    private boolean anyKey() {
        try (var files = files()) {
            return files.findAny().isPresent();
        }
    }

    /** All key files of all folders, to be closed after use. */
    @SuppressWarnings("StreamResourceLeak")
    private Stream<Path> files() {
        return folders.stream().filter(Files::isDirectory).flatMap(folder -> {
            try {
                return Files.walk(folder, 2).filter(file -> file.toString().endsWith(SUFFIX));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** {@return the items that have keys, those left out whose files cannot be read} */
    public Set<String> objects() {
        var objects = new TreeSet<String>();
        try (var files = files()) {
            for (var file : (Iterable<Path>) files::iterator) {
                readable(file).map(WrappedKey::object).ifPresent(objects::add);
            }
            return objects;
        }
    }

    private static Optional<WrappedKey> readable(Path file) {
        try {
            return Optional.of(WrappedKey.read(file));
        } catch (Damaged | NoSuchFileException notAKey) {
            LOG.log(Level.DEBUG, "no key of an item: " + file, notAKey);
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * What a rotation did.
     *
     * @param generation the one that wraps now
     * @param wrapped keys that were wrapped anew this time
     * @param unreadable files that hold no key that can be unwrapped; while there are any, the older generations stay
     * @param retired generations that are destroyed now
     */
    public record Rotation(int generation, int wrapped, List<String> unreadable, List<Integer> retired) {
        public Rotation {
            unreadable = List.copyOf(unreadable);
            retired = List.copyOf(retired);
        }
    }

    /**
     * Wraps every item's key with a new key-encryption key and destroys the older ones. One that was cut off is gone on with. The
     * archive may be working meanwhile.
     *
     * @param progress is told how many keys are done
     * @throws Unavailable when the key-encryption keys are missing
     */
    public Rotation rotate(Consumer<Integer> progress) {
        alone(() -> {
            var now = wrapping.exists() || anyKey() ? wrapping.read() : wrapping.create();
            return now.numbers().size() > 1 ? now : wrapping.next(now);
        });
        var done = 0;
        for (var object : objects()) {
            if (alone(() -> rewrapped(object))) {
                progress.accept(++done);
            }
        }
        var wrapped = done;
        return alone(() -> concluded(wrapped));
    }

    /** Also puts right a file that is missing or damaged in one folder and good in another. */
    private boolean rewrapped(String objectId) throws IOException {
        var with = wrapping.read();
        var isDone = folders.stream()
                .map(folder -> file(folder, objectId))
                .allMatch(file -> Files.exists(file)
                        && readable(file)
                                .filter(key -> key.generation() == with.current())
                                .isPresent());
        if (isDone || !holds(objectId)) {
            return false;
        }
        try {
            write(objectId, WrappedKey.of(objectId, look(objectId), with, random));
            return true;
        } catch (Damaged | Unavailable unusable) {
            LOG.log(Level.WARNING, "the key of " + objectId + " cannot be wrapped anew", unusable);
            return false;
        }
    }

    /** Another rotation may have begun meanwhile: what counts is what stands in the file now. */
    private Rotation concluded(int wrapped) throws IOException {
        var now = wrapping.read();
        var unreadable = new ArrayList<String>();
        try (var files = files()) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (readable(file)
                        .filter(key -> key.generation() == now.current())
                        .isEmpty()) {
                    unreadable.add(file.toString());
                }
            }
        }
        if (!unreadable.isEmpty()) {
            return new Rotation(now.current(), wrapped, unreadable, List.of());
        }
        var older = now.numbers();
        older.remove(now.current());
        wrapping.retire(now);
        return new Rotation(now.current(), wrapped, List.of(), List.copyOf(older));
    }

    private static Path file(Path folder, String objectId) {
        try {
            var name = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(objectId.getBytes(StandardCharsets.UTF_8)));
            return folder.resolve(name.substring(0, 2)).resolve(name + SUFFIX);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
