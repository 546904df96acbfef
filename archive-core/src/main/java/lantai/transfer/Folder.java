package lantai.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;

/** A folder of files, as a whole. */
final class Folder {
    private Folder() {}

    /** Removes it with everything in it, where there is one. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.toList();
        }
        for (var path : all.reversed()) {
            Files.delete(path);
        }
    }

    /** {@return the fixity of each file in it, by its path with slashes, in the order of the paths} */
    static Map<String, Fixity> fixities(Path folder) throws IOException {
        var all = new TreeMap<String, Fixity>();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            all.put(name(folder, file), FixityDigest.of(file));
        }
        return all;
    }

    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
