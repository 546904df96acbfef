package lantai.web.inbox;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.BatchState;
import lantai.ingest.intake.Batches.Progress;
import org.jdbi.v3.core.Handle;

/**
 * Tells everybody who looks at batches which of them have changed. One look a second into the database serves all listeners of
 * this node; nobody listening, no look. Thread-safe.
 *
 * <p>Nothing falls between two stools: what changed before the first look that counts for a listener is answered by {@code
 * look}, upon which a page looks once by itself; what changes later is in the next look.
 */
public final class LiveBatches implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LiveBatches.class.getName());
    private static final int NEWEST = 30;
    private static final int LOOKS_BETWEEN_SIGNS = 15;
    private static final int MOST_LOOKS = 600;

    private final Inbox inbox;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads;
    private final Future<?> looking;
    private Map<UUID, Look> known = Map.of();
    /** What was unsettled at the look before; the look at which it has settled is the last one at it. */
    private Set<UUID> busyBefore = Set.of();

    public LiveBatches(Inbox inbox) {
        this.inbox = inbox;
        this.threads = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("live batches").factory());
        this.looking = threads.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Tells one person from now on, for ten minutes at most; a browser comes back by itself and is asked who it is again. */
    void listen(SseEventSink sink, Sse sse, BatchScope scope) {
        var listener = new Listener(sink, sse, scope);
        // the first sign lets the browser know at once that it is heard
        listener.send("changed", "");
        listeners.add(listener);
    }

    @Override
    public void close() {
        looking.cancel(true);
        threads.shutdownNow();
        listeners.forEach(listener -> listener.sink.close());
    }

    // A look that throws would be the last one, whatever it throws.
    @SuppressWarnings("IllegalCatch")
    private void look() {
        try {
            listeners.removeIf(Listener::isGone);
            var hearing = List.copyOf(listeners);
            if (hearing.isEmpty()) {
                known = Map.of();
                return;
            }
            var now = inbox.jdbi().withHandle(this::read);
            tell(hearing, changed(now));
            known = now;
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "cannot look at the batches", failure);
        }
    }

    private static void tell(List<Listener> hearing, List<Batch> changed) {
        for (var listener : hearing) {
            var ids = changed.stream()
                    .filter(listener.scope::sees)
                    .map(batch -> batch.id().toString())
                    .toList();
            listener.tell(String.join(" ", ids));
        }
    }

    private List<Batch> changed(Map<UUID, Look> now) {
        List<Batch> changed = new ArrayList<>();
        now.forEach((id, look) -> {
            if (!look.equals(known.get(id))) {
                changed.add(look.batch());
            }
        });
        return changed;
    }

    private Map<UUID, Look> read(Handle handle) {
        var busy = Set.copyOf(inbox.batches().unsettled(handle));
        var ids = new HashSet<>(busyBefore);
        ids.addAll(busy);
        ids.addAll(inbox.batches().newest(handle, NEWEST));
        busyBefore = busy;
        var batches = inbox.batches().all(handle, List.copyOf(ids));
        var progress = inbox.batches().progress(handle, List.copyOf(ids));
        Map<UUID, Look> looks = new HashMap<>();
        batches.forEach(batch -> looks.put(
                batch.id(), new Look(batch, batch.state(), progress.getOrDefault(batch.id(), Progress.NOTHING))));
        return looks;
    }

    private record Look(Batch batch, BatchState state, Progress progress) {}

    private static final class Listener {
        private final SseEventSink sink;
        private final Sse sse;
        private final BatchScope scope;
        private int looks;
        private boolean told;

        private Listener(SseEventSink sink, Sse sse, BatchScope scope) {
            this.sink = sink;
            this.sse = sse;
            this.scope = scope;
        }

        private boolean isGone() {
            if (++looks > MOST_LOOKS) {
                sink.close();
            }
            return sink.isClosed();
        }

        private void tell(String ids) {
            if (!told) {
                told = true;
                send("look", "");
            } else if (!ids.isEmpty()) {
                send("changed", ids);
            } else if (looks % LOOKS_BETWEEN_SIGNS == 0) {
                send("changed", "");
            }
        }

        private void send(String name, String ids) {
            sink.send(sse.newEventBuilder().name(name).data(ids).build()).exceptionally(_ -> {
                sink.close();
                return null;
            });
        }
    }
}
