package lantai.ingest.transcribe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Calls a program with a copy of the recording as its one argument; the program writes WebVTT in UTF-8 to its standard output and
 * ends with 0. It runs with nothing of the server's environment but {@code PATH} and {@code LANG}, behind the people at the screens,
 * for a limited time and with limited output; what goes beyond is killed with all that it has started.
 */
public final class CommandTranscriber implements Transcriber {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final long MOST_BYTES = 8L << 20;
    private static final int LAST_WORDS = 500;
    private static final long GLANCE_MILLIS = 200;

    private final Path program;
    private final Duration longest;
    private final Path temporary;

    /**
     * A program.
     *
     * @param longest longest time for one recording
     * @param temporary an existing folder, in which each call has one of its own
     */
    public CommandTranscriber(Path program, Duration longest, Path temporary) {
        this.program = program;
        this.longest = longest;
        this.temporary = temporary;
    }

    @Override
    public Outcome transcribe(Path recording) throws IOException {
        var folder = Files.createTempDirectory(temporary, "transcribe");
        try {
            // a foreign program never touches a master
            var copy = Files.copy(recording, folder.resolve("recording"));
            return call(copy, folder);
        } finally {
            delete(folder);
        }
    }

    private Outcome call(Path copy, Path folder) throws IOException {
        var out = folder.resolve("out.vtt");
        var err = folder.resolve("err.txt");
        var command = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.addAll(List.of(program.toString(), copy.toString()));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("LANG"));
        var process = builder.start();
        process.getOutputStream().close();
        try {
            return ended(process, out, err);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a recording was put into words");
        } finally {
            kill(process);
        }
    }

    private Outcome ended(Process process, Path out, Path err) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + longest.toNanos();
        while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (Files.size(out) + Files.size(err) > MOST_BYTES) {
                return new Outcome.Failed("output", "");
            }
            if (System.nanoTime() > deadline) {
                return new Outcome.Failed("time", lastWords(err));
            }
        }
        if (Files.size(out) > MOST_BYTES) {
            return new Outcome.Failed("output", "");
        }
        if (process.exitValue() != 0) {
            return new Outcome.Failed("program", lastWords(err));
        }
        return WebVtt.read(new String(Files.readAllBytes(out), StandardCharsets.UTF_8))
                .<Outcome>map(Outcome.Heard::new)
                .orElseGet(() -> new Outcome.Failed("form", ""));
    }

    private static String lastWords(Path err) throws IOException {
        try (var in = Files.newInputStream(err)) {
            in.skipNBytes(Math.max(0, Files.size(err) - LAST_WORDS));
            return new String(in.readNBytes(LAST_WORDS), StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.toList().reversed()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
