package lantai.web.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantai.account.SignedIn;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.Step;
import lantai.ingest.propose.Field;
import lantai.ingest.review.DocumentState;
import lantai.web.outside.OutsideDoors;
import lantai.web.remote.Remote;

/** Work of an archive that is measured: files go in over HTTP, one after the other, an archivist accepts what is proposed. */
final class WorkLine {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final OwnArchive archive;
    private final SignedIn who;
    private final String token;
    private final OutsideDoors doors;

    WorkLine(OwnArchive archive, Clerk clerk, OutsideDoors doors) {
        this.archive = archive;
        this.who = new SignedIn(clerk.account(), true);
        this.token = clerk.token();
        this.doors = doors;
    }

    /** Receives files into a batch that is paused, and cancels it. {@return seconds until the last was acknowledged} */
    double receivedWithoutReading(String title, List<Path> files) throws IOException, InterruptedException {
        try (var remote = new Remote(archive.address(), token)) {
            var batch = open(remote, title);
            remote.post("batches/" + batch + "/pause", Map.of());
            var start = System.nanoTime();
            send(remote, batch, files);
            var seconds = IngestBench.seconds(start);
            remote.post("batches/" + batch + "/cancel", Map.of());
            return seconds;
        }
    }

    /** Receives files and waits until all are read and proposed. {@return seconds} */
    double read(String title, List<Path> files) throws IOException, InterruptedException {
        try (var remote = new Remote(archive.address(), token)) {
            var batch = open(remote, title);
            var start = System.nanoTime();
            send(remote, batch, files);
            archive.await("everything is read", () -> proposed(UUID.fromString(batch)) == files.size(), LONGEST);
            return IngestBench.seconds(start);
        }
    }

    /** Sends files in batches of so many and does not wait for them. {@return the batches} */
    List<UUID> sendAll(List<Path> files, int each) throws IOException, InterruptedException {
        var batches = new ArrayList<UUID>();
        try (var remote = new Remote(archive.address(), token)) {
            for (var from = 0; from < files.size(); from += each) {
                var some = files.subList(from, Math.min(files.size(), from + each));
                var batch = open(remote, "soak " + (from / each + 1));
                batches.add(UUID.fromString(batch));
                for (var i = 0; i < some.size(); i++) {
                    var name = some.get(i).getFileName().toString();
                    var ending = name.substring(name.lastIndexOf('.'));
                    remote.put("batches/" + batch + "/files/" + "%04d".formatted(i + 1) + ending, some.get(i));
                }
            }
        }
        return batches;
    }

    /** {@return how many files of these batches are read and proposed, or refused} */
    int settled(List<UUID> batches) {
        return doors.database().jdbi().withHandle(handle -> doors.batches().progress(handle, batches)).values().stream()
                .mapToInt(Batches.Progress::settled)
                .sum();
    }

    /**
     * What became of the pages of some batches.
     *
     * @param refused pages of files that opened, and files of one page that did not
     */
    record Counted(int read, int refused, int separators) {}

    /** Asks for the counts that people see. */
    Counted counted(List<UUID> batches) throws IOException, InterruptedException {
        var counted = new Counted(0, 0, 0);
        try (var remote = new Remote(archive.address(), token)) {
            for (var batch : batches) {
                var pages = remote.get("scans/" + batch);
                var unopened = doors.database()
                        .jdbi()
                        .withHandle(handle -> doors.batches().progress(handle, List.of(batch)))
                        .getOrDefault(batch, Batches.Progress.NOTHING)
                        .at(Step.QUARANTINED);
                counted = new Counted(
                        counted.read() + pages.path("pagesRead").asInt(),
                        counted.refused() + pages.path("pagesRefused").asInt() + unopened,
                        counted.separators() + pages.path("separators").asInt());
            }
        }
        return counted;
    }

    /** Receives files, accepts what is proposed while others are read, and waits until all are found. {@return seconds} */
    double throughout(String title, List<Path> files) throws IOException, InterruptedException {
        try (var remote = new Remote(archive.address(), token)) {
            var before = found(remote);
            var batch = open(remote, title);
            var start = System.nanoTime();
            var accepting = Thread.ofPlatform().name("accepting").start(() -> acceptAll(batch, files.size()));
            send(remote, batch, files);
            accepting.join();
            while (found(remote) < before + files.size()) {
                if (IngestBench.seconds(start) > LONGEST.toSeconds()) {
                    throw new IllegalStateException("not found in time\n" + archive.output());
                }
                LockSupport.parkNanos(GLANCE);
            }
            return IngestBench.seconds(start);
        }
    }

    private static String open(Remote remote, String title) throws IOException, InterruptedException {
        return remote.post("batches", Map.of("title", title)).path("id").asText();
    }

    private static void send(Remote remote, String batch, List<Path> files) throws IOException, InterruptedException {
        for (var file : files) {
            var name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            remote.put("batches/" + batch + "/files/" + name, file);
        }
    }

    private static long found(Remote remote) throws IOException, InterruptedException {
        return remote.get("search?q=").path("total").asLong();
    }

    private void acceptAll(String batch, int wanted) {
        var start = System.nanoTime();
        for (var accepted = 0; accepted < wanted; ) {
            var some = accept(UUID.fromString(batch));
            accepted += some;
            if (IngestBench.seconds(start) > LONGEST.toSeconds()) {
                throw new IllegalStateException("not proposed in time\n" + archive.output());
            }
            if (some == 0) {
                LockSupport.parkNanos(GLANCE);
            }
        }
    }

    /** Accepts and files what is proposed now. {@return how many} */
    private int accept(UUID batch) {
        var kinds = doors.rules().kinds();
        return doors.database().jdbi().inTransaction(transaction -> {
            var ids = doors.documents().queue(transaction, Optional.of(batch), DocumentState.PROPOSED, 0, 100);
            for (var document : doors.documents().all(transaction, ids)) {
                var missing = new EnumMap<>(
                        Map.of(Field.CATEGORY, "WS", Field.TITLE, "样例", Field.YEAR, "2026", Field.RETENTION, "D10"));
                missing.keySet().removeIf(field -> !document.value(field).isEmpty());
                doors.review().accept(transaction, who, document.id(), document.version(), missing, kinds);
            }
            return doors.filing().file(transaction, who, ids, kinds);
        });
    }

    private int proposed(UUID batch) {
        return Optional.ofNullable(doors.database()
                        .jdbi()
                        .withHandle(handle -> doors.batches().progress(handle, List.of(batch)))
                        .get(batch))
                .map(Batches.Progress::settled)
                .orElse(0);
    }
}
