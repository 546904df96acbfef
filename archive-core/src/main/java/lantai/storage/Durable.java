package lantai.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Makes sure that what was written survives a loss of power. */
final class Durable {
    private Durable() {}

    /** Forces one file or the entries of one folder to the disk. */
    static void force(Path path) throws IOException {
        var option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** Forces a whole tree and the folders that lead to it. */
    static void forceTree(Path root, List<Path> leading) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(root)) {
            all = Stream.concat(walk, leading.stream()).toList();
        }
        forceAll(all);
    }

    /** Forces several at once: the disk then does in a few strokes what would take one for each. */
    private static void forceAll(List<Path> paths) throws IOException {
        try (var forcing = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = paths.stream()
                    .map(path -> forcing.submit(() -> {
                        force(path);
                        return path;
                    }))
                    .toList();
            for (var one : done) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException disk ? disk : new IOException(failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing to the disk");
        }
    }

    /** Removes a whole tree, where there is one. */
    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> all;
        try (var walk = Files.walk(root)) {
            all = walk.toList();
        }
        for (var path : all.reversed()) {
            Files.deleteIfExists(path);
        }
    }

    /** Makes a folder with its parents, so that the new names survive too. */
    static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.getParent();
        if (parent != null) {
            createFolders(parent);
        }
        try {
            Files.createDirectory(folder);
        } catch (java.nio.file.FileAlreadyExistsException another) {
            return;
        }
        if (parent != null) {
            force(parent);
        }
    }
}
