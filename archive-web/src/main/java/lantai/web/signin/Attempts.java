package lantai.web.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts failed sign-ins of this node, so that guessing stays slow: by origin, and by name, also for names that do not exist, so
 * that being locked tells nothing. Thread-safe.
 */
public final class Attempts {
    private static final int MOST_BY_NAME = 5;
    private static final int MOST_BY_ORIGIN = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 20_000;

    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    public Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** {@return whether this name or this origin has to wait} */
    boolean isTooMany(String name, String origin) {
        return count("name " + name) >= MOST_BY_NAME || count("origin " + origin) >= MOST_BY_ORIGIN;
    }

    void failed(String name, String origin) {
        if (counts.size() > MOST_REMEMBERED) {
            counts.values().removeIf(this::isOver);
        }
        add("name " + name);
        add("origin " + origin);
    }

    void succeeded(String name) {
        counts.remove("name " + name);
    }

    private void add(String key) {
        counts.merge(
                key,
                new Count(clock.instant(), 1),
                (before, fresh) -> isOver(before) ? fresh : new Count(before.since(), before.number() + 1));
    }

    private int count(String key) {
        var count = counts.get(key);
        return count == null || isOver(count) ? 0 : count.number();
    }

    private boolean isOver(Count count) {
        return count.since().plus(WINDOW).isBefore(clock.instant());
    }

    private record Count(Instant since, int number) {}
}
