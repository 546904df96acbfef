package lantai.web.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one service running: starts it again when its process ends unasked, the sooner the longer it had lived.
 *
 * <p>Thread-safe.
 */
final class Keeper implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GOOD_LIFE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Service service;
    private final Announcer announcer;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object guard = new Object();
    private Process process;

    private Keeper(Service service, Announcer announcer, Process process) {
        this.service = service;
        this.announcer = announcer;
        this.process = process;
    }

    /** Starts the service and watches over it from then on. */
    static Keeper open(Service service, Announcer announcer) throws IOException {
        var keeper = new Keeper(service, announcer, service.start());
        Thread.ofPlatform().daemon().name(service.name() + " keeper").start(keeper::watch);
        return keeper;
    }

    /** {@return whether its process lives at this moment} */
    boolean alive() {
        return current().isAlive();
    }

    private Process current() {
        synchronized (guard) {
            return process;
        }
    }

    private void watch() {
        try {
            var pause = FIRST_PAUSE;
            while (true) {
                var started = System.nanoTime();
                var watched = current();
                watched.waitFor();
                if (System.nanoTime() - started > GOOD_LIFE.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                announcer.announce("launch.child-ended", service.name(), watched.exitValue());
                restart();
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        synchronized (guard) {
            if (closing.getCount() == 0) {
                return;
            }
            try {
                process = service.start();
            } catch (IOException failure) {
                announcer.announce("launch.child-cannot-start", service.name(), failure);
            }
        }
    }

    /** Stops the service for good and waits until it has ended, at most 20 seconds, then ends it by force. */
    @Override
    public void close() {
        closing.countDown();
        synchronized (guard) {
            if (!process.isAlive()) {
                return;
            }
            service.stop(process);
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
