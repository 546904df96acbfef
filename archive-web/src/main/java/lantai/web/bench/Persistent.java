package lantai.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantai.web.remote.Remote.NotAccepted;

/** A client that was not acknowledged and asks again, for at most three minutes. */
final class Persistent {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(3);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CONFLICT = 409;

    private Persistent() {}

    /** Asks until there is an answer. */
    static JsonNode ask(Asking asking) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST;
        while (true) {
            try {
                return asking.ask();
            } catch (IOException notAcknowledged) {
                if (System.nanoTime() > deadline) {
                    throw notAcknowledged;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** The same for a deed that may have been done although its answer was lost: the archive refuses it then. */
    static JsonNode askOrDone(Asking asking) throws IOException, InterruptedException {
        return ask(() -> {
            try {
                return asking.ask();
            } catch (NotAccepted refused) {
                if (refused.status() == CONFLICT) {
                    return JsonNodeFactory.instance.objectNode();
                }
                throw refused;
            }
        });
    }

    /** One request. */
    interface Asking {
        /**
         * Asks.
         *
         * @throws IOException when it was not acknowledged
         */
        JsonNode ask() throws IOException, InterruptedException;
    }
}
