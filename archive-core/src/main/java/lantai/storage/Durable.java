package lantai.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

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

    /** Forces a whole tree, files before the folders that name them, and the folder that names the tree. */
    static void forceTree(Path root) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(root)) {
            all = walk.toList();
        }
        for (var path : all.reversed()) {
            force(path);
        }
        var parent = root.getParent();
        if (parent != null) {
            force(parent);
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
