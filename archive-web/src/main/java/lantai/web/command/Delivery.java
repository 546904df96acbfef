package lantai.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantai.web.remote.Remote;
import lantai.web.remote.Remote.NotAccepted;

/** Sends files to an archive as one batch, each in pieces that can be continued, and tells what became of each. */
final class Delivery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 3;
    private static final int MOST_ATTEMPTS = 8;
    private static final int PAGE = 500;
    private static final Set<String> SETTLED = Set.of("proposed", "filed", "quarantined", "cancelled");
    private static final Set<String> WANTED = Set.of("proposed", "filed");

    private final Remote remote;
    private final Console console;
    private final List<Parcel> parcels;
    private final Map<String, List<Parcel>> sent = new ConcurrentHashMap<>();

    Delivery(Remote remote, Console console, List<Parcel> parcels) {
        this.remote = remote;
        this.console = console;
        this.parcels = parcels;
    }

    /** What is done when every file has been received. */
    @FunctionalInterface
    interface Afterwards {
        /** Does it, the batch being named by its id. */
        void received(String batch) throws IOException, InterruptedException;
    }

    /**
     * Sends and waits.
     *
     * @param key names this delivery: sent again with the same key, it goes into the same batch
     * @return how many files wait at the review desk or are filed
     */
    int run(String title, String key) throws InterruptedException {
        return run(title, key, _ -> {});
    }

    /** The same, with something done before the waiting. */
    int run(String title, String key, Afterwards afterwards) throws InterruptedException {
        try {
            var batch = remote.post("batches", Map.of("title", title, "source", "command"), key)
                    .path("id")
                    .asText();
            sendAll(batch);
            afterwards.received(batch);
            return await(batch);
        } catch (IOException cut) {
            throw NoAnswer.of(cut, remote.server());
        }
    }

    private void sendAll(String batch) throws IOException, InterruptedException {
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var parcel : parcels) {
                running.add(senders.submit(() -> send(batch, parcel)));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException(failure);
            }
        }
    }

    private Void send(String batch, Parcel parcel) throws IOException, InterruptedException {
        var length = Files.size(parcel.file());
        var told = announce(batch, parcel, length);
        var upload = "uploads/" + told.path("id").asText();
        for (var attempt = 1; told.path("receipt").isMissingNode(); attempt++) {
            try {
                told = remote.put(
                        upload,
                        told.path("arrived").asLong(),
                        rest(parcel, told.path("arrived").asLong()));
            } catch (IOException cut) {
                pauseOrGiveUp(attempt, cut);
                told = state(upload, told);
            }
        }
        sent.computeIfAbsent(told.path("receipt").path("fileId").asText(), _ -> new ArrayList<>())
                .add(parcel);
        return null;
    }

    private JsonNode announce(String batch, Parcel parcel, long length) throws IOException, InterruptedException {
        var body = Map.of("path", parcel.path(), "length", length, "metadata", parcel.metadata());
        for (var attempt = 1; ; attempt++) {
            try {
                return remote.post(
                        "batches/" + batch + "/uploads", body, parcel.path().hashCode() + "-" + attempt);
            } catch (IOException cut) {
                pauseOrGiveUp(attempt, cut);
            }
        }
    }

    private JsonNode state(String upload, JsonNode before) throws InterruptedException {
        try {
            return remote.get(upload);
        } catch (IOException stillCut) {
            return before;
        }
    }

    private static java.net.http.HttpRequest.BodyPublisher rest(Parcel parcel, long offset) throws IOException {
        var length = Files.size(parcel.file()) - offset;
        return length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(parcel, offset)), length);
    }

    private static InputStream open(Parcel parcel, long offset) {
        try {
            var in = Files.newInputStream(parcel.file());
            in.skipNBytes(offset);
            return in;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void pauseOrGiveUp(int attempt, IOException cut) throws IOException {
        if (attempt == MOST_ATTEMPTS || (cut instanceof NotAccepted refused && !refused.isTransient())) {
            throw cut;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250L << attempt));
    }

    private int await(String batch) throws IOException, InterruptedException {
        var open = new HashMap<>(sent);
        var wanted = 0;
        var settledBefore = -1;
        while (true) {
            var progress = remote.get("batches/" + batch);
            var files = progress.path("files");
            var settled = files.path("proposed").asInt()
                    + files.path("quarantined").asInt()
                    + files.path("cancelled").asInt();
            if (settled != settledBefore) {
                settledBefore = settled;
                wanted += tellSettled(batch, open);
            }
            if (open.isEmpty()) {
                return wanted;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    private int tellSettled(String batch, Map<String, List<Parcel>> open) throws IOException, InterruptedException {
        var wanted = 0;
        var after = "";
        do {
            var page = remote.get("batches/" + batch + "/files?limit=" + PAGE + after);
            for (var file : page.path("files")) {
                var state = file.path("state").asText();
                var parcelsOfFile =
                        SETTLED.contains(state) ? open.remove(file.path("id").asText()) : null;
                if (parcelsOfFile != null) {
                    parcelsOfFile.forEach(parcel -> console.line(line(parcel, file)));
                    wanted += WANTED.contains(state) ? parcelsOfFile.size() : 0;
                }
            }
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return wanted;
    }

    private static String line(Parcel parcel, JsonNode file) {
        return JSON.createObjectNode()
                .put("file", parcel.place())
                .put("sha256", file.path("sha256").asText())
                .put("state", file.path("state").asText())
                .put("reason", text(file.path("reason")))
                .put("item", text(file.path("items").path(0)))
                .toString();
    }

    private static @org.jspecify.annotations.Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }
}
