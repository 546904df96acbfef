package lantai.ingest.reader;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lantai.ingest.reader.wire.Line;
import org.jspecify.annotations.Nullable;

/**
 * One parsing child and its pipes. Used by one thread at a time.
 *
 * <p>The time limit counts the processor time of the child, so that a busy machine kills nobody; a child that waits for
 * ever is stopped after three times the limit.
 */
final class ReaderProcess {
    private static final String END = "";
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LAST_WORDS = 12;

    private final Process process;
    private final BufferedWriter in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final Path temporary;
    private int jobs;
    private long idleSince = System.nanoTime();
    private volatile boolean killed;

    /** Starts the child; {@link #awaitReady} says whether it came up. */
    ReaderProcess(ChildCommand command) throws IOException {
        temporary = command.temporary();
        process = command.start();
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual().name("reader-out-" + process.pid()).start(this::drainAnswers);
        Thread.ofVirtual().name("reader-err-" + process.pid()).start(this::drainErrors);
    }

    /**
     * Waits until the child can work.
     *
     * @throws IOException when it died or is not ready in time
     */
    void awaitReady(Duration limit) throws IOException, InterruptedException {
        var line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null || line.isEmpty() || line.charAt(0) != Line.READY) {
            kill();
            throw new IOException("a reader does not start: " + lastWords());
        }
    }

    /** Sends one job and waits for its answer or its end. After anything but an answer the child is gone. */
    Reply ask(String job, Duration limit, BooleanSupplier tooMuch) throws InterruptedException {
        jobs++;
        String news = "";
        var start = System.nanoTime();
        var processorStart = processorTime();
        try {
            in.write(job);
            in.newLine();
            in.flush();
            while (true) {
                var line = lines.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (line == null) {
                    var end = overstepped(start, processorStart, limit, tooMuch, news);
                    if (end != null) {
                        kill();
                        return end;
                    }
                } else if (line.equals(END)) {
                    return died(news);
                } else if (line.charAt(0) == Line.NEWS) {
                    news = Line.json(line);
                } else {
                    return new Reply.Answer(Line.json(line));
                }
            }
        } catch (IOException e) {
            return died(news);
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    private Reply.@Nullable Ended overstepped(
            long start, Duration processorStart, Duration limit, BooleanSupplier tooMuch, String news) {
        var wall = Duration.ofNanos(System.nanoTime() - start);
        if (wall.compareTo(limit.multipliedBy(3)) > 0
                || processorTime().minus(processorStart).compareTo(limit) > 0) {
            return new Reply.Ended(ReadingState.TIMEOUT, "stopped after " + wall.toSeconds() + " s", news);
        }
        if (tooMuch.getAsBoolean()) {
            return new Reply.Ended(ReadingState.TOO_LARGE, "wrote more than it may", news);
        }
        return null;
    }

    private Reply died(String news) throws InterruptedException {
        kill();
        process.waitFor();
        var exit = process.exitValue();
        return exit == ChildCommand.OUT_OF_MEMORY
                ? new Reply.Ended(ReadingState.TOO_LARGE, "needs more memory than a reader may take", news)
                : new Reply.Ended(ReadingState.CRASHED, "the reader died with " + exit + ": " + lastWords(), news);
    }

    /** {@return the processor time the child has taken so far, all its threads together} */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Path temporary() {
        return temporary;
    }

    int jobs() {
        return jobs;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return !killed && process.isAlive();
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    boolean isIdleFor(Duration duration) {
        return System.nanoTime() - idleSince > duration.toNanos();
    }

    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    private void drainAnswers() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (Line.isWhole(line)) {
                    lines.add(line);
                } else {
                    remember(line);
                }
            }
        } catch (IOException e) {
            // the child is gone; the end mark says so
        } finally {
            lines.add(END);
        }
    }

    private void drainErrors() {
        try (var err = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (var line = err.readLine(); line != null; line = err.readLine()) {
                remember(line);
            }
        } catch (IOException e) {
            // the child is gone
        }
    }

    private synchronized void remember(String line) {
        lastWords.addLast(line.length() > 300 ? line.substring(0, 300) : line);
        if (lastWords.size() > LAST_WORDS) {
            lastWords.removeFirst();
        }
    }

    private synchronized String lastWords() {
        return String.join(" | ", lastWords);
    }
}
