package lantai.ingest.derive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the folder of pictures and copies for use below a size: what has not been used for longest goes first. All of it
 * can be made again. What was used within the last hour stays, because somebody may be reading it.
 */
public final class PicturePruning {
    private static final Duration IN_USE = Duration.ofHours(1);
    /** Room is made for a while, so that not each new picture costs a walk through all. */
    private static final double KEPT_SHARE = 0.9;

    private final Path folder;
    private final long mostBytes;
    private final InstantSource clock;

    /** @param mostBytes how large the folder may become */
    public PicturePruning(Path folder, long mostBytes, InstantSource clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** Looks once. {@return how many files went} */
    public int prune() {
        try {
            var all = all();
            var total = all.stream().mapToLong(Kept::size).sum();
            return total > mostBytes ? remove(all, total - (long) (mostBytes * KEPT_SHARE)) : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int remove(List<Kept> all, long surplus) throws IOException {
        var inUseSince = clock.instant().minus(IN_USE);
        var removed = 0;
        var left = surplus;
        for (var kept : all.stream().sorted(Comparator.comparing(Kept::usedAt)).toList()) {
            if (left <= 0 || kept.usedAt().isAfter(inUseSince)) {
                break;
            }
            Files.deleteIfExists(kept.file());
            left -= kept.size();
            removed++;
        }
        return removed;
    }

    private List<Kept> all() throws IOException {
        List<Kept> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    all.add(new Kept(
                            file, facts.size(), facts.lastModifiedTime().toInstant()));
                    return FileVisitResult.CONTINUE;
                }

                // taken away or put there by somebody else meanwhile
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return all;
    }

    private record Kept(Path file, long size, Instant usedAt) {}
}
