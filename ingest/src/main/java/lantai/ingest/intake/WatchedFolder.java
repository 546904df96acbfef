package lantai.ingest.intake;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.problem.Refused;
import org.jdbi.v3.core.Jdbi;

/**
 * The folder into which scanning stations deliver. Each folder in it is a batch; files directly in it form one batch a
 * look. A file is taken when two looks in a row found it with the same size and time, and removed when it is received.
 *
 * <p>Used by one thread.
 */
public final class WatchedFolder {
    private static final System.Logger LOG = System.getLogger(WatchedFolder.class.getName());

    private final Path folder;
    private final Jdbi jdbi;
    private final Batches batches;
    private final IntakeDesk intake;
    private final Map<Path, Look> seen = new HashMap<>();
    private final Map<Path, Batch> open = new HashMap<>();

    /** @param folder made when missing */
    public WatchedFolder(Path folder, Jdbi jdbi, Batches batches, IntakeDesk intake) {
        this.folder = folder;
        this.jdbi = jdbi;
        this.batches = batches;
        this.intake = intake;
    }

    /**
     * Looks once and takes what is stable since the look before.
     *
     * @return how many files were received
     * @throws IOException when the folder cannot be read
     */
    public int look() throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        collect(folder, files);
        seen.keySet().retainAll(files);
        var received = 0;
        for (var file : files) {
            var now = new Look(Files.size(file), Files.getLastModifiedTime(file));
            var before = seen.put(file, now);
            if (now.equals(before) && take(file)) {
                seen.remove(file);
                received++;
            }
        }
        if (files.isEmpty()) {
            open.clear();
        }
        return received;
    }

    private boolean take(Path file) {
        var station = stationOf(file);
        var batch = open.computeIfAbsent(station, this::openBatch);
        try (var in = Files.newInputStream(file)) {
            var receipt = intake.receive(batch.id(), Optional.empty(), nameWithin(station, file), in, Map.of());
            Files.delete(file);
            LOG.log(Level.DEBUG, "received {0}", receipt.fileId());
            return true;
        } catch (Refused cancelled) {
            // what a station delivers after its batch was cancelled is a delivery of its own, taken at the next look
            open.remove(station);
            return false;
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "a delivered file cannot be taken yet", unreadable);
            return false;
        }
    }

    private Batch openBatch(Path station) {
        var title = station.equals(folder) ? "扫描站" : name(station);
        return jdbi.inTransaction(
                transaction -> batches.open(transaction, Optional.empty(), title, Source.WATCHED_FOLDER));
    }

    private Path stationOf(Path file) {
        var inside = folder.relativize(file);
        return inside.getNameCount() == 1 ? folder : folder.resolve(inside.getName(0));
    }

    private static String nameWithin(Path station, Path file) {
        var parts = new ArrayList<String>();
        for (var path = file; path != null && !path.equals(station); path = path.getParent()) {
            parts.addFirst(name(path));
        }
        return String.join("/", parts);
    }

    /** The name from its bytes on the disk, which the URI form keeps whatever the locale of the process is. */
    static String name(Path path) {
        var raw = path.toUri().getRawPath();
        var whole = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        return DeliveredName.decode(bytes(whole.substring(whole.lastIndexOf('/') + 1)));
    }

    private static byte[] bytes(String escaped) {
        var bytes = new byte[escaped.length()];
        var length = 0;
        for (var i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(escaped, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) escaped.charAt(i);
            }
        }
        return java.util.Arrays.copyOf(bytes, length);
    }

    private static void collect(Path folder, List<Path> files) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, files);
                } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && !isPartial(entry)) {
                    files.add(entry);
                }
            }
        }
    }

    private static boolean isPartial(Path file) {
        var name = name(file);
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp") || name.endsWith("~");
    }

    private record Look(long size, FileTime time) {}
}
