package lantai.storage;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One place that keeps a copy of every object, laid out as OCFL 1.1.
 *
 * <p>The law of a location: what {@link #write} has returned from survives a loss of power; a file is either the old one or the
 * new one, never half of it; {@link #purge} leaves nothing, also no older version that the place keeps by itself; a path that is
 * not there is told by {@link java.nio.file.NoSuchFileException}, a place that does not answer by any other
 * {@link IOException}. Paths are relative to the storage root, with slashes. Thread-safe.
 */
public interface Location extends AutoCloseable {
    /** What a location is made of. */
    enum Kind {
        /** A folder of a file system. */
        FOLDER,
        /** A bucket of an S3 store. */
        S3
    }

    /**
     * A file in a location.
     *
     * @param path relative to the folder that was asked for
     * @param size in bytes
     */
    record Entry(String path, long size) {}

    /** {@return its name in settings, rows and reports} */
    String name();

    /** {@return what it is made of} */
    Kind kind();

    /** {@return it, as OCFL sees it} */
    OcflRepository repository();

    /** {@return all files below a folder}, none when it is not there */
    List<Entry> files(String folder) throws IOException;

    /** {@return whether anything at all of an object is there} */
    default boolean holds(String objectId) throws IOException {
        return !files(Layout.folder(objectId)).isEmpty();
    }

    /** Visits the folder of every object, also of one that is only half there, in no order. */
    void forEachObject(Consumer<String> visitor) throws IOException;

    /** {@return the bytes of a file}, to be closed after use */
    InputStream read(String path) throws IOException;

    /** Writes a file, in place of one that is there. */
    void write(String path, Path source) throws IOException;

    /** What is done with one path. */
    interface PathWork {
        void on(String path) throws IOException;
    }

    /** Does something for each of several paths, several at once where that is faster; ends with the first failure. */
    default void forEach(List<String> paths, PathWork work) throws IOException {
        for (var path : paths) {
            work.on(path);
        }
    }

    /** Takes a file away; one that is not there is left so. */
    void remove(String path) throws IOException;

    /** Takes a whole folder away with every version of its files; one that is not there is left so. */
    void purge(String folder) throws IOException;

    /** Makes everything below a folder, and the names that lead to it, survive a loss of power. */
    void settle(String folder) throws IOException;

    /**
     * Locks every version of every file of an object, so that none can be deleted or altered by anyone.
     *
     * @param until when the lock ends; a lock that lasts longer stays as it is, and a moment that has passed locks nothing
     * @param held whether it stays locked beyond that for as long as it is held
     * @throws IOException when the location does not answer or cannot lock
     */
    void lock(String objectId, Instant until, boolean held) throws IOException;

    /** {@return the file itself, when it lies on a disk of this machine} */
    Optional<Path> local(String path);

    /** {@return where it lies, as a person would look for it} */
    String place();

    @Override
    void close();
}
