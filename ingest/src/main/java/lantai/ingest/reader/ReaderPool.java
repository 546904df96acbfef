package lantai.ingest.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The parsing readers: started when needed, kept warm, replaced after a number of jobs, stopped when idle. One more than
 * the settings say may run, and only people who wait get that one.
 */
final class ReaderPool implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final ReaderSettings settings;
    private final Semaphore bulk;
    private final Semaphore all;
    private final Deque<ReaderProcess> idle = new ArrayDeque<>();
    private final Set<ReaderProcess> alive = new HashSet<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread janitor;
    private boolean closed;

    ReaderPool(ReaderSettings settings) {
        this.settings = settings;
        bulk = new Semaphore(settings.parallel(), true);
        all = new Semaphore(settings.parallel() + 1, true);
        janitor = Thread.ofVirtual().name("reader-janitor").start(this::stopIdle);
    }

    /**
     * Has one job done. A reader that dies is replaced and the job tried once more, since the reader may have been killed
     * from outside; the second death is the job's own.
     *
     * @param urgent whether a person waits
     * @param work folder the job writes into, watched for its size
     */
    Reply run(String job, boolean urgent, Path work) {
        try {
            if (!urgent) {
                bulk.acquire();
            }
            try {
                all.acquire();
                try {
                    return runTwice(job, work);
                } finally {
                    all.release();
                }
            } finally {
                if (!urgent) {
                    bulk.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply runTwice(String job, Path work) throws IOException, InterruptedException {
        var reply = runOnce(job, work);
        if (reply instanceof Reply.Ended(var state, var _, var _) && state != ReadingState.TIMEOUT) {
            Folders.empty(work);
            reply = runOnce(job, work);
        }
        return reply;
    }

    private Reply runOnce(String job, Path work) throws IOException, InterruptedException {
        var reader = take();
        try {
            var limits = settings.limits();
            BooleanSupplier tooMuch = () -> Folders.size(work) > limits.outputBytes()
                    || Folders.size(reader.temporary()) > limits.temporaryBytes();
            return reader.ask(job, limits.time(), tooMuch);
        } finally {
            giveBack(reader);
        }
    }

    private ReaderProcess take() throws IOException, InterruptedException {
        var waiting = takeIdle();
        if (waiting != null) {
            return waiting;
        }
        var folder = settings.temporary().resolve("reader-" + numbers.incrementAndGet());
        var reader = new ReaderProcess(new ChildCommand(
                ChildCommand.READER, settings, settings.limits().heapMegabytes(), folder));
        enter(reader);
        try {
            reader.awaitReady(START);
        } catch (IOException | InterruptedException e) {
            giveBack(reader);
            throw e;
        }
        return reader;
    }

    private synchronized @Nullable ReaderProcess takeIdle() {
        if (closed) {
            throw cancelled();
        }
        for (var reader = idle.pollLast(); reader != null; reader = idle.pollLast()) {
            if (reader.isAlive()) {
                return reader;
            }
            forget(reader);
        }
        return null;
    }

    private synchronized void enter(ReaderProcess reader) {
        alive.add(reader);
        if (closed) {
            forget(reader);
            throw cancelled();
        }
    }

    private synchronized void giveBack(ReaderProcess reader) {
        if (closed || !reader.isAlive() || reader.jobs() >= settings.limits().jobs()) {
            forget(reader);
            return;
        }
        Folders.empty(reader.temporary());
        reader.rest();
        idle.addLast(reader);
    }

    private void forget(ReaderProcess reader) {
        reader.kill();
        alive.remove(reader);
        Folders.delete(reader.temporary());
    }

    /** {@return process ids of the readers that run now} */
    synchronized Set<Long> pids() {
        var pids = new HashSet<Long>();
        alive.forEach(reader -> pids.add(reader.pid()));
        return pids;
    }

    private void stopIdle() {
        try {
            while (true) {
                Thread.sleep(Duration.ofSeconds(10));
                synchronized (this) {
                    var limit = settings.limits().idle();
                    idle.stream()
                            .filter(reader -> reader.isIdleFor(limit))
                            .toList()
                            .forEach(reader -> {
                                idle.remove(reader);
                                forget(reader);
                            });
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CancellationException cancelled() {
        return new CancellationException("the readers are closing");
    }

    @Override
    public synchronized void close() {
        closed = true;
        janitor.interrupt();
        idle.clear();
        Set.copyOf(alive).forEach(this::forget);
    }
}
