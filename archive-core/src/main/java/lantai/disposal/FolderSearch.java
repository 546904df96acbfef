package lantai.disposal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lantai.storage.FixityDigest;

/**
 * Looks through a folder for remains: names that hold an id or a digest, and files whose bytes have one of the digests. A file is
 * read only when its size is one of those wanted.
 */
final class FolderSearch extends SimpleFileVisitor<Path> {
    private static final Pattern TOKEN =
            Pattern.compile("[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final String place;
    private final Wanted wanted;
    private final Set<String> fileNames;
    private final List<Proof.Remains> remains = new ArrayList<>();
    private long things;

    FolderSearch(String place, Wanted wanted) {
        this.place = place;
        this.wanted = wanted;
        this.fileNames = wanted.fileNames();
    }

    /** {@return how many files and folders were looked at} */
    long look(Path root) throws IOException {
        if (Files.exists(root)) {
            Files.walkFileTree(root, this);
        }
        return things;
    }

    List<Proof.Remains> remains() {
        return remains;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        lookAtName(folder);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        lookAtName(file);
        if (attributes.isRegularFile() && wanted.sizes().contains(attributes.size())) {
            lookAtBytes(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A file that vanishes while the archive works is not there, which is all that is asked. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private void lookAtName(Path path) {
        things++;
        var name = path.getFileName();
        if (name == null) {
            return;
        }
        var tokens = TOKEN.matcher(name.toString());
        while (tokens.find()) {
            if (fileNames.contains(tokens.group())) {
                remains.add(new Proof.Remains(place, path.toString(), tokens.group()));
            }
        }
    }

    private void lookAtBytes(Path file) throws IOException {
        try {
            var found = FixityDigest.of(file);
            if (wanted.digests().contains(found.sha256())) {
                remains.add(new Proof.Remains(place, file.toString(), found.sha256()));
            }
        } catch (NoSuchFileException vanished) {
            things--;
        }
    }
}
