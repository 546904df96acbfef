package lantai.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the server's account may read: written whole or not at all, and overwritten before they go. */
final class SecretFile {
    private static final String UNFINISHED = ".new";

    private SecretFile() {}

    /** Makes a folder with its parents, for the server's account alone, so that the new names survive a loss of power. */
    static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.toAbsolutePath().resolveSibling(".").normalize();
        if (!Files.isDirectory(parent)) {
            createFolder(parent);
        }
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException another) {
            return;
        }
        force(parent);
    }

    /** Writes a file in place of one that is there; the older one is overwritten with zeros. */
    static void write(Path file, byte[] bytes) throws IOException {
        var half = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        if (Files.exists(file)) {
            try (var older = FileChannel.open(file, StandardOpenOption.WRITE)) {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                force(file.resolveSibling(".").normalize());
                clear(older);
            }
        } else {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.resolveSibling(".").normalize());
        }
    }

    /** Overwrites a file with zeros and takes it away, with what a cut-off writing left of it; {@return whether it was there} */
    static boolean shred(Path file) throws IOException {
        var half = shredOne(file.resolveSibling(file.getFileName() + UNFINISHED));
        return shredOne(file) || half;
    }

    private static boolean shredOne(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            clear(channel);
            Files.deleteIfExists(file);
        } catch (NoSuchFileException gone) {
            return false;
        }
        force(file.resolveSibling(".").normalize());
        return true;
    }

    private static void clear(FileChannel channel) throws IOException {
        channel.write(ByteBuffer.allocate((int) channel.size()), 0);
        channel.force(true);
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
