package lantai.ingest.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Line;

/**
 * Measures what reading costs against what Tika alone costs: the same files, two children with the same settings, one that
 * identifies, reads and writes results, one that only lets Tika take the text out. Both are warm, their rounds alternate.
 */
public final class ReadingBench {
    private static final Duration START = Duration.ofSeconds(60);

    private ReadingBench() {}

    /**
     * What was measured.
     *
     * @param files files of one round
     * @param rounds rounds that counted
     * @param reader processor time of the reader over those rounds
     * @param tika processor time of Tika alone over those rounds
     */
    public record Measured(int files, int rounds, Duration reader, Duration tika) {
        /** {@return processor time of the reader for one of Tika} */
        public double ratio() {
            return (double) reader.toMillis() / Math.max(1, tika.toMillis());
        }
    }

    /**
     * Reads the files of each round with one child and then with the other.
     *
     * @param warmUp rounds before the measuring
     * @param rounds rounds that count
     */
    public static Measured measure(ReaderSettings settings, List<Path> files, int warmUp, int rounds) {
        var own = settings.withOwnFolder();
        var work = own.temporary().resolve("bench");
        try {
            Files.createDirectories(work);
            var reader = start(own, ChildCommand.READER);
            var tika = start(own, ChildCommand.TIKA);
            try {
                var readerTime = Duration.ZERO;
                var tikaTime = Duration.ZERO;
                for (var round = 0; round < warmUp + rounds; round++) {
                    var one = round(reader, files, work, own.limits().time());
                    var two = round(tika, files, work, own.limits().time());
                    readerTime = round < warmUp ? readerTime : readerTime.plus(one);
                    tikaTime = round < warmUp ? tikaTime : tikaTime.plus(two);
                }
                return new Measured(files.size(), rounds, readerTime, tikaTime);
            } finally {
                reader.kill();
                tika.kill();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while measuring");
        }
    }

    private static ReaderProcess start(ReaderSettings settings, String main) throws IOException, InterruptedException {
        var folder = settings.temporary().resolve(main);
        var child = new ReaderProcess(
                new ChildCommand(main, settings, settings.limits().heapMegabytes(), folder));
        child.awaitReady(START);
        return child;
    }

    private static Duration round(ReaderProcess child, List<Path> files, Path work, Duration limit)
            throws InterruptedException {
        var before = child.processorTime();
        for (var file : files) {
            var job = new Job.Read(
                    file.toAbsolutePath().toString(), file.getFileName().toString(), work.toString());
            if (child.ask(Line.of(job), limit, () -> false) instanceof Reply.Ended(var state, var reason, var _)) {
                throw new IllegalStateException("\"" + file + "\" ended as " + state.code() + ": " + reason);
            }
        }
        return child.processorTime().minus(before);
    }
}
