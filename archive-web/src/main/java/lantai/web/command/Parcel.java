package lantai.web.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lantai.ingest.intake.NameOnDisk;
import lantai.problem.NotFound;

/**
 * One file to be sent.
 *
 * @param path its name with the folders below the one that was named, parted by {@code /}
 * @param metadata what is said of it
 */
record Parcel(Path file, String path, Map<String, String> metadata) {
    Parcel {
        metadata = Map.copyOf(metadata);
    }

    Parcel(Path file, String path) {
        this(file, path, Map.of());
    }

    /**
     * Finds the files in files and folders, those of one folder by name. Links to folders are not followed.
     *
     * @throws NotFound when one of the paths does not exist
     */
    static List<Parcel> walk(List<Path> paths) throws IOException {
        List<Parcel> parcels = new ArrayList<>();
        for (var given : paths) {
            var root = given.toAbsolutePath().normalize();
            if (!Files.exists(root)) {
                throw new NotFound(CommandProblem.NO_SUCH_PATH, given);
            }
            var above = root.getParent() == null ? root : root.getParent();
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || file.equals(root))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> parcels.add(new Parcel(file, below(above, file))));
            }
        }
        return parcels;
    }

    /** {@return the path of a file below a folder, parted by {@code /}; in a zip file, whose names are read already, as it is} */
    static String below(Path folder, Path file) {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? NameOnDisk.below(folder, file)
                : folder.relativize(file).toString();
    }

    /** {@return where it lies, with the folders from the root} */
    String place() {
        var root = Objects.requireNonNull(file.getRoot(), "files are found under absolute paths");
        return root + below(root, file);
    }

    /** {@return what to call a batch that begins with this file: its folder, else its name} */
    String title() {
        var slash = path.indexOf('/');
        return slash > 0 ? path.substring(0, slash) : path;
    }
}
