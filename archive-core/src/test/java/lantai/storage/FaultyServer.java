package lantai.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands before an S3 server and misbehaves as it is told. One request for each connection. */
final class FaultyServer implements AutoCloseable {
    private static final int LONGEST_HEAD = 64_000;

    private final ServerSocket listening;
    private final int behind;
    private final AtomicInteger misdeeds = new AtomicInteger();
    private volatile Mode mode = Mode.HONEST;

    /** How it behaves. */
    enum Mode {
        /** As the server behind it. */
        HONEST,
        /** Each piece of an answer comes late. */
        SLOW,
        /** 503 to everything. */
        BUSY,
        /** The connection ends in the middle of what is written. */
        CUT_WRITING,
        /** The connection ends in the middle of what is read. */
        CUT_READING,
        /** 200 to whatever is written, of which nothing is kept. */
        LYING,
        /** What is read comes with a bit changed. */
        GARBLING
    }

    FaultyServer(int behind) throws IOException {
        this.behind = behind;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    void behave(Mode wanted) {
        misdeeds.set(0);
        mode = wanted;
    }

    /** {@return how often it has misbehaved since it was told to} */
    int misdeeds() {
        return misdeeds.get();
    }

    private void serve(Socket client) {
        try (client) {
            behave(client);
        } catch (IOException hungUp) {
            misdeeds.addAndGet(mode == Mode.HONEST ? 0 : 1);
        }
    }

    private void behave(Socket client) throws IOException {
        var in = client.getInputStream();
        var head = head(in);
        if (head.isEmpty()) {
            return;
        }
        var body = in.readNBytes(length(head));
        var writes = head.startsWith("PUT");
        var out = client.getOutputStream();
        switch (mode) {
            case HONEST -> out.write(answer(head, body));
            case SLOW -> slowly(out, answer(head, body));
            case BUSY -> out.write(plain("503 Slow Down"));
            case CUT_WRITING -> {
                if (writes) {
                    misdeeds.incrementAndGet();
                } else {
                    out.write(answer(head, body));
                }
            }
            case CUT_READING -> {
                var answer = answer(head, body);
                var cut = reads(head, answer);
                misdeeds.addAndGet(cut ? 1 : 0);
                out.write(answer, 0, cut ? answer.length - 1 : answer.length);
            }
            case LYING -> {
                misdeeds.addAndGet(writes ? 1 : 0);
                out.write(writes ? plain("200 OK") : answer(head, body));
            }
            case GARBLING -> {
                var answer = answer(head, body);
                if (reads(head, answer)) {
                    misdeeds.incrementAndGet();
                    answer[answer.length - 1] ^= 1;
                }
                out.write(answer);
            }
        }
        misdeeds.addAndGet(mode == Mode.BUSY || mode == Mode.SLOW ? 1 : 0);
        out.flush();
    }

    /** Whether it is the content of an object, and not a list. */
    private static boolean reads(String head, byte[] answer) {
        var start = new String(answer, 0, Math.min(answer.length, 12), StandardCharsets.ISO_8859_1);
        return head.startsWith("GET")
                && !head.substring(0, head.indexOf('\r')).contains("?")
                && (start.startsWith("HTTP/1.1 200") || start.startsWith("HTTP/1.1 206"));
    }

    private static void slowly(OutputStream out, byte[] answer) throws IOException {
        for (var start = 0; start < answer.length; start += 512) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            out.write(answer, start, Math.min(512, answer.length - start));
            out.flush();
        }
    }

    private static byte[] plain(String status) {
        return ("HTTP/1.1 " + status + "\r\nETag: \"d41d8cd98f00b204e9800998ecf8427e\"\r\n"
                        + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] answer(String head, byte[] body) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            var out = server.getOutputStream();
            var lines = head.replaceAll("(?i)\r\n(connection|expect):[^\r]*", "");
            out.write(lines.replaceFirst("\r\n", "\r\nConnection: close\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return server.getInputStream().readAllBytes();
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (var one = in.read(); one >= 0 && head.size() < LONGEST_HEAD; one = in.read()) {
            head.write(one);
            if (one == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
