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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<Path> sealed = new HashSet<>();

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
        sealed.retainAll(files);
        var received = 0;
        for (var file : files) {
            var now = new Look(Files.size(file), Files.getLastModifiedTime(file));
            var before = seen.put(file, now);
            if (now.equals(before) && !sealed.contains(file) && take(file)) {
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
            var receipt = intake.receive(batch.id(), Optional.empty(), NameOnDisk.below(station, file), in, Map.of());
            Files.delete(file);
            LOG.log(Level.DEBUG, "received {0}", receipt.fileId());
            return true;
        } catch (Refused refused) {
            if (refused.problem() == IntakeProblem.SEALED_BEFORE) {
                sealed.add(file);
                LOG.log(Level.WARNING, "a file in the watched folder was sealed before and stays outside");
                return false;
            }
            // what a station delivers after its batch was cancelled is a delivery of its own, taken at the next look
            open.remove(station);
            return false;
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "a delivered file cannot be taken yet", unreadable);
            return false;
        }
    }

    private Batch openBatch(Path station) {
        var title = station.equals(folder) ? "扫描站" : NameOnDisk.of(station);
        return jdbi.inTransaction(
                transaction -> batches.open(transaction, Optional.empty(), title, Source.WATCHED_FOLDER));
    }

    private Path stationOf(Path file) {
        var inside = folder.relativize(file);
        return inside.getNameCount() == 1 ? folder : folder.resolve(inside.getName(0));
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
        var name = NameOnDisk.of(file);
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp") || name.endsWith("~");
    }

    private record Look(long size, FileTime time) {}
}
