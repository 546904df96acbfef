package lantai.web.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Ends processes of an archive without warning, at moments that a seed decides. Used by one thread at a time. */
final class Killer {
    private final OwnArchive archive;
    private final Random random;
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    Killer(OwnArchive archive, Random random) {
        this.archive = archive;
        this.random = random;
    }

    /** Who is killed. */
    enum Victim {
        /** The web server. */
        SERVER,
        /** A process that opens files. */
        READER,
        /** PostgreSQL. */
        DATABASE
    }

    /** {@return how many of each were killed} */
    synchronized Map<Victim, Integer> kills() {
        return Map.copyOf(kills);
    }

    /** Kills each of them, readers twice, in any order, as long as there is work that can be hurt. */
    void rage(BooleanSupplier working) {
        var order = new ArrayList<>(List.of(Victim.SERVER, Victim.READER, Victim.DATABASE, Victim.READER));
        Collections.shuffle(order, random);
        for (var victim : order) {
            pause(500, 2_500);
            if (victim == Victim.READER) {
                awaitReader(working);
            }
            if (working.getAsBoolean()) {
                kill(victim);
            }
        }
    }

    /** Kills now. One that was killed a moment ago and is not back yet counts as nothing. */
    synchronized void kill(Victim victim) {
        var found = switch (victim) {
            case SERVER -> archive.server();
            case DATABASE -> archive.database();
            case READER -> anyReader();
        };
        if (found.filter(ProcessHandle::destroyForcibly).isPresent()) {
            kills.merge(victim, 1, Integer::sum);
        }
    }

    /** Readers are started when they are needed, so a server that has just come back has none. */
    private void awaitReader(BooleanSupplier working) {
        while (archive.readers().isEmpty() && working.getAsBoolean()) {
            pause(20, 100);
        }
    }

    private Optional<ProcessHandle> anyReader() {
        var readers = archive.readers();
        return readers.isEmpty() ? Optional.empty() : Optional.of(readers.get(random.nextInt(readers.size())));
    }

    /** Kills the server or the database after at most so many milliseconds. */
    void strikeWithin(int milliseconds) {
        pause(0, milliseconds);
        kill(random.nextBoolean() ? Victim.SERVER : Victim.DATABASE);
    }

    private void pause(int least, int most) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(least + random.nextInt(most - least)));
    }
}
