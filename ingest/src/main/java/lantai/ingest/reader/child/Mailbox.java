package lantai.ingest.reader.child;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lantai.ingest.reader.wire.Line;

/**
 * The child's two pipes. When the server goes, its end closes, and this process ends at once, whatever it is doing.
 * What libraries print goes to the error stream, so it cannot be taken for an answer.
 */
final class Mailbox {
    private final PrintStream out;
    private final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();

    Mailbox() {
        out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var listener = new Thread(this::listen, "jobs");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (var in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                jobs.add(line);
            }
        } catch (IOException e) {
            // the server is gone
        }
        Runtime.getRuntime().halt(0);
    }

    String next() throws InterruptedException {
        return jobs.take();
    }

    void ready() {
        send(Line.READY, "\"ready\"");
    }

    void news(Object value) {
        send(Line.NEWS, Line.of(value));
    }

    void answer(Object value) {
        send(Line.ANSWER, Line.of(value));
    }

    private synchronized void send(char mark, String json) {
        out.print(Line.framed(mark, json));
        out.flush();
    }
}
