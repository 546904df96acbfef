package lantai.ingest.reader;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import lantai.ingest.reader.wire.Job;
import lantai.ingest.reader.wire.Line;
import lantai.ingest.reader.wire.Recognised;
import org.jspecify.annotations.Nullable;

/**
 * The one process that holds the OCR models: many pages in flight, answers in any order.
 *
 * <p>A page that takes too long kills the process, and a page that crashes it takes the others in flight along. Each of
 * those is then tried once more, alone, so that only the one at fault ends as {@code timeout} or {@code crashed}.
 */
final class OcrProcess implements AutoCloseable {
    /** Pixels from which a page is read alone, as several of them together would not find room: A4 from 430 dpi on. */
    private static final long LARGE = 18_000_000;

    private final ReaderSettings settings;
    private final Semaphore slots;
    private final AtomicLong ids = new AtomicLong();
    private @Nullable Child child;
    private boolean closed;

    OcrProcess(ReaderSettings settings) {
        this.settings = settings;
        slots = new Semaphore(settings.ocr().threads(), true);
    }

    /**
     * A raster to be read.
     *
     * @param alto the file to write
     * @param pixels of the raster
     */
    record Wanted(String raster, PageEngine engine, Turn turn, String alto, long pixels) {
        Job.Recognise job(long id) {
            return new Job.Recognise(id, raster, engine.code(), turn instanceof Turn.Told, turn.degrees(), alto);
        }
    }

    /** Reads one raster. */
    PageReading read(Wanted wanted) {
        try {
            var all = settings.ocr().threads();
            var first = read(wanted, wanted.pixels() < LARGE ? 1 : all);
            return first.isFinal() ? first.page() : read(wanted, all).page();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a page was read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all slots, the page is alone. */
    private Attempt read(Wanted wanted, int atOnce) throws IOException, InterruptedException {
        slots.acquire(atOnce);
        try {
            var running = running();
            var id = ids.incrementAndGet();
            var answer = running.send(wanted.job(id));
            try {
                return new Attempt(true, answer.get(settings.ocr().time().toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                running.kill();
                var limit = settings.ocr().time().toSeconds();
                return new Attempt(false, PageReading.failed(ReadingState.TIMEOUT, "not read within " + limit + " s"));
            } catch (ExecutionException e) {
                return new Attempt(
                        false, PageReading.failed(ReadingState.CRASHED, "the OCR process died: " + e.getMessage()));
            } finally {
                running.forget(id);
            }
        } finally {
            slots.release(atOnce);
        }
    }

    private synchronized Child running() throws IOException {
        if (closed) {
            throw new CancellationException("the readers are closing");
        }
        var now = child;
        if (now == null || !now.isAlive()) {
            if (now != null) {
                Folders.delete(now.command.temporary());
            }
            var folder = settings.temporary().resolve("ocr-" + ids.incrementAndGet());
            now = new Child(
                    new ChildCommand(ChildCommand.OCR, settings, settings.ocr().heapMegabytes(), folder));
            child = now;
        }
        return now;
    }

    synchronized OptionalLong pid() {
        return child == null || !child.isAlive() ? OptionalLong.empty() : OptionalLong.of(child.process.pid());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (child != null) {
            child.kill();
            Folders.delete(child.command.temporary());
        }
    }

    /**
     * One try.
     *
     * @param isFinal whether it counts, or the page may be tried again
     */
    private record Attempt(boolean isFinal, PageReading page) {}

    private static final class Child {
        private final ChildCommand command;
        private final Process process;
        private final BufferedWriter in;
        private final Map<Long, CompletableFuture<PageReading>> waiting = new ConcurrentHashMap<>();
        private final List<String> lastWords = new ArrayList<>();
        private volatile boolean dead;

        Child(ChildCommand command) throws IOException {
            this.command = command;
            process = command.start();
            in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
            Thread.ofVirtual().name("ocr-out").start(this::drainAnswers);
            Thread.ofVirtual().name("ocr-err").start(this::drainErrors);
        }

        CompletableFuture<PageReading> send(Job.Recognise job) {
            var answer = new CompletableFuture<PageReading>();
            waiting.put(job.id(), answer);
            try {
                synchronized (in) {
                    in.write(Line.of(job));
                    in.newLine();
                    in.flush();
                }
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
            if (dead) {
                fail();
            }
            return answer;
        }

        void forget(long id) {
            waiting.remove(id);
        }

        boolean isAlive() {
            return !dead && process.isAlive();
        }

        void kill() {
            dead = true;
            process.destroyForcibly();
        }

        private void drainAnswers() {
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    if (Line.isWhole(line) && line.charAt(0) == Line.ANSWER) {
                        var answer = Line.to(Recognised.class, Line.json(line));
                        var future = waiting.remove(answer.id());
                        if (future != null) {
                            future.complete(answer.page());
                        }
                    }
                }
            } catch (IOException e) {
                // the process is gone
            } finally {
                dead = true;
                fail();
            }
        }

        private void fail() {
            var reason = new IOException(lastWords());
            waiting.values().forEach(future -> future.completeExceptionally(reason));
        }

        private void drainErrors() {
            try (var err =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (var line = err.readLine(); line != null; line = err.readLine()) {
                    synchronized (lastWords) {
                        lastWords.add(line.length() > 300 ? line.substring(0, 300) : line);
                        if (lastWords.size() > 12) {
                            lastWords.removeFirst();
                        }
                    }
                }
            } catch (IOException e) {
                // the process is gone
            }
        }

        private String lastWords() {
            synchronized (lastWords) {
                return String.join(" | ", lastWords);
            }
        }
    }
}
