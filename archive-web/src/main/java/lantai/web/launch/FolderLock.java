package lantai.web.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lantai.problem.Refused;

/** Holds a data folder for one supervisor. The system lets go of it with the process, however that ends. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws Refused when another process of this machine holds it, with its number
     */
    static FolderLock take(Path data) {
        var file = data.resolve("lantai.lock");
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw new Refused(LaunchProblem.FOLDER_IN_USE, data, holder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException failure) {
            throw new Refused(LaunchProblem.FOLDER_NOT_WRITABLE, data);
        }
    }

    /** {@return whether a process holds the folder} */
    static boolean isHeld(Path data) {
        try (var channel = FileChannel.open(data.resolve("lantai.lock"), StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException missing) {
            return false;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
