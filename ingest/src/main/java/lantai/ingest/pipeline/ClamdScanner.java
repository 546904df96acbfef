package lantai.ingest.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks a clamd over its INSTREAM protocol: the file is streamed, clamd needs no access to the disk. A file beyond its
 * {@code StreamMaxLength} is told as not scanned; so are those beyond its other limits when {@code AlertExceedsMax} is on,
 * without which clamd calls them clean.
 */
public final class ClamdScanner implements VirusScanner {
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 120_000;
    private static final String STREAM_TOO_LONG = "INSTREAM size limit exceeded";
    private static final String LIMIT_FOUND = "Heuristics.Limits.Exceeded";

    private final InetSocketAddress address;

    public ClamdScanner(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public Verdict scan(Path file) throws IOException {
        try (var socket = new Socket();
                var in = Files.newInputStream(file)) {
            // resolved again each time: the scanner may have moved
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            try {
                send(in, new DataOutputStream(socket.getOutputStream()));
            } catch (IOException cutOff) {
                return verdictOnCut(socket, cutOff);
            }
            return verdict(answer(socket));
        }
    }

    /** Such as {@code ClamAV 1.4.1/27472/Sat Nov 21 09:31:00 2026}, the time being that of its signatures. */
    @Override
    public String version() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write("zVERSION\0".getBytes(StandardCharsets.US_ASCII));
            return answer(socket);
        }
    }

    private static void send(InputStream in, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var buffer = new byte[CHUNK];
        for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
            out.writeInt(read);
            out.write(buffer, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    // clamd answers and hangs up as soon as the stream is too long for it, while more is being sent
    private static Verdict verdictOnCut(Socket socket, IOException cutOff) throws IOException {
        try {
            return verdict(answer(socket));
        } catch (IOException withoutAnswer) {
            cutOff.addSuppressed(withoutAnswer);
            throw cutOff;
        }
    }

    /** Up to its NUL, not to the end of the stream: after a refusal that end is a reset, in which the answer would be lost. */
    private static String answer(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var bytes = new ByteArrayOutputStream();
        for (var one = in.read(); one > 0 && bytes.size() < LONGEST_ANSWER; one = in.read()) {
            bytes.write(one);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /** Reads an answer such as {@code stream: OK} or {@code stream: Eicar-Test-Signature FOUND}. */
    static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.endsWith(" FOUND")) {
            var name = answer.substring(answer.indexOf(':') + 1, answer.length() - " FOUND".length())
                    .strip();
            return name.startsWith(LIMIT_FOUND) ? new Verdict.NotScanned(name) : new Verdict.Infected(name);
        }
        if (answer.startsWith(STREAM_TOO_LONG)) {
            return new Verdict.NotScanned(STREAM_TOO_LONG);
        }
        throw new IOException("clamd answered \"" + answer + '"');
    }
}
