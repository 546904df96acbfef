package lantai.web.inbox;

import jakarta.ws.rs.HeaderParam;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.ingest.intake.Receipt;
import lantai.ingest.intake.UploadDesk;
import lantai.problem.Malformed;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of requests straight to the disk; a request that breaks off never becomes a file. */
final class Arrival {
    private static final Logger LOG = System.getLogger(Arrival.class.getName());

    private final Inbox inbox;

    Arrival(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The headers of a request that carries bytes. */
    public static final class Sent {
        @HeaderParam("Content-Length")
        private @Nullable Long length;

        @HeaderParam("X-Lantai-Metadata")
        private @Nullable String metadata;

        /** Filled by the container. */
        public Sent() {}

        @Nullable
        String metadata() {
            return metadata;
        }

        private Optional<Long> length() {
            return Optional.ofNullable(length);
        }
    }

    Receipt whole(SignedIn who, UUID batch, String path, Sent sent, InputStream bytes, Map<String, String> metadata) {
        try {
            return inbox.intake().receive(batch, Optional.of(who), path, whole(bytes, sent), metadata);
        } catch (IOException brokenOff) {
            throw cutOff(brokenOff);
        }
    }

    UploadDesk.State piece(SignedIn who, UUID upload, long offset, InputStream bytes) {
        try {
            return inbox.uploads().append(who, upload, offset, bytes);
        } catch (IOException brokenOff) {
            throw cutOff(brokenOff);
        }
    }

    private static InputStream whole(InputStream bytes, Sent sent) {
        return sent.length()
                .<InputStream>map(length -> new Exactly(bytes, length))
                .orElse(bytes);
    }

    private static Malformed cutOff(IOException brokenOff) {
        LOG.log(Level.DEBUG, "a request broke off", brokenOff);
        return new Malformed(InboxProblem.CUT_OFF);
    }

    /** A stream that fails when it ends before its announced length. */
    private static final class Exactly extends FilterInputStream {
        private long left;

        private Exactly(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? -1 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            if (read < 0 && left > 0) {
                throw new IOException("the request ended " + left + " bytes early");
            }
            left -= Math.max(read, 0);
        }
    }
}
