package lantai.web.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Counts failed sign-ins of this node, so that guessing stays slow: by origin, and by name, also for names that do not exist, so
 * that being locked tells nothing. Thread-safe.
 */
final class Attempts {
    private static final int MOST_BY_NAME = 5;
    private static final int MOST_BY_ORIGIN = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 20_000;

    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** {@return until when this name or this origin has to wait, if it has to} */
    Optional<Instant> waitsUntil(String name, String origin) {
        return Stream.of(
                        locked("name " + name, MOST_BY_NAME).stream(),
                        locked("origin " + origin, MOST_BY_ORIGIN).stream())
                .flatMap(Function.identity())
                .max(Comparator.naturalOrder());
    }

    void failed(String name, String origin) {
        if (counts.size() > MOST_REMEMBERED) {
            counts.values().removeIf(this::isOver);
        }
        var now = clock.instant();
        // as for an account that exists, waiting begins with the last failure; an office may fail now and then all day
        add("name " + name, before -> new Count(now, before.number() + 1));
        add("origin " + origin, before -> new Count(before.since(), before.number() + 1));
    }

    void succeeded(String name) {
        counts.remove("name " + name);
    }

    private void add(String key, UnaryOperator<Count> oneMore) {
        counts.merge(
                key, new Count(clock.instant(), 1), (before, fresh) -> isOver(before) ? fresh : oneMore.apply(before));
    }

    private Optional<Instant> locked(String key, int most) {
        return Optional.ofNullable(counts.get(key))
                .filter(count -> !isOver(count) && count.number() >= most)
                .map(count -> count.since().plus(WINDOW));
    }

    private boolean isOver(Count count) {
        return count.since().plus(WINDOW).isBefore(clock.instant());
    }

    /** How often it failed, and from when the time to wait is counted. */
    private record Count(Instant since, int number) {}
}
