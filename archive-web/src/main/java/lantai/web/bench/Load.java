package lantai.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Processor time of this machine since it was started, or between two looks, in seconds of one core. Linux only.
 *
 * @param own taken by an archive with all its processes, those that have ended too, and by this client
 * @param idle taken by nobody, waiting for disks with it
 * @param all of all cores; what is neither own nor idle was taken by other processes, or other machines on the same hardware
 */
record Load(double own, double idle, double all) {
    private static final double TICKS = 100;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    /** User, nice, system, idle, waiting, interrupts of two kinds, stolen; what follows is part of these. */
    private static final int PARTS = 8;

    static Load now(OwnArchive archive) throws IOException {
        var tree = 0.0;
        for (var process : Stream.concat(Stream.of(archive.supervisor()), archive.children().stream())
                .toList()) {
            tree += seconds(process.pid(), 4);
        }
        var parts = Stream.of(Files.readAllLines(Path.of("/proc/stat"))
                        .getFirst()
                        .strip()
                        .split("\\s+"))
                .skip(1)
                .limit(PARTS)
                .mapToLong(Long::parseLong)
                .toArray();
        return new Load(
                tree + seconds(ProcessHandle.current().pid(), 2),
                (parts[IDLE] + parts[WAITING]) / TICKS,
                LongStream.of(parts).sum() / TICKS);
    }

    Load since(Load before) {
        return new Load(own - before.own, idle - before.idle, all - before.all);
    }

    /** {@return of the time that other processes left, the share that was used; from 0 to 1} */
    double shareOfRest() {
        return own / Math.max(1e-9, own + idle);
    }

    /** {@return the share of the whole machine that others took; from 0 to 1} */
    double shareOfOthers() {
        return Math.max(0, all - own - idle) / Math.max(1e-9, all);
    }

    /** @param fields 2: of the process itself; 4: with its children that have ended */
    private static double seconds(long pid, int fields) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // the name, in brackets, may hold anything
            var values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(values)
                            .skip(11)
                            .limit(fields)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
