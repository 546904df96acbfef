package lantai.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The memory of an archive without its readers, in proportional set size: memory that processes share counts once. Known on
 * Linux only; 0 elsewhere.
 */
final class Memory implements AutoCloseable {
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(250);

    private final OwnArchive archive;
    private final AtomicLong peak = new AtomicLong();
    private final Thread watching;
    private volatile boolean closed;

    /** Watches it until closed. */
    Memory(OwnArchive archive) {
        this.archive = archive;
        this.watching = Thread.ofPlatform().daemon().name("memory").start(this::watch);
    }

    private void watch() {
        while (!closed) {
            peak.accumulateAndGet(mebibytes(archive), Math::max);
            LockSupport.parkNanos(GLANCE);
        }
    }

    /** {@return the most that it had since this began, in MiB} */
    long peakMebibytes() {
        return peak.get();
    }

    /** {@return what it has now, in MiB} */
    static long mebibytes(OwnArchive archive) {
        return Stream.concat(Stream.of(archive.supervisor()), archive.children().stream())
                        .filter(process -> !OwnArchive.isReader(process))
                        .mapToLong(process -> kibibytes(process.pid()))
                        .sum()
                >> 10;
    }

    private static long kibibytes(long pid) {
        try {
            var facts = PSS.matcher(Files.readString(Path.of("/proc/" + pid + "/smaps_rollup")));
            return facts.find() ? Long.parseLong(facts.group(1)) : 0;
        } catch (IOException endedOrOtherSystem) {
            return 0;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            watching.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
