package lantai.storage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets bytes by at a set rate. Time that was lost is not made up for by a burst. */
final class Throttle implements CopyCheck.Pace {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SLACK = NANOS / 10;

    private final long bytesPerSecond;
    private long due = System.nanoTime();

    /** @param bytesPerSecond more than 0 */
    Throttle(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void took(int bytes) {
        var now = System.nanoTime();
        due = Math.max(due, now - SLACK) + bytes * NANOS / bytesPerSecond;
        while (due > now && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
    }
}
