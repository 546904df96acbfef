package lantai.ingest.pipeline;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a clamd over its INSTREAM protocol. */
public final class ClamdScanner implements VirusScanner {
    private static final int CHUNK = 1 << 16;
    private static final int TIMEOUT = 120_000;

    private final InetSocketAddress address;

    public ClamdScanner(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public Optional<String> scan(Path file) throws IOException {
        try (var socket = new Socket();
                var in = Files.newInputStream(file)) {
            socket.connect(address, 5_000);
            socket.setSoTimeout(TIMEOUT);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var buffer = new byte[CHUNK];
            for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
                out.writeInt(read);
                out.write(buffer, 0, read);
            }
            out.writeInt(0);
            out.flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            return verdict(answer);
        }
    }

    /** Reads an answer such as {@code stream: OK} or {@code stream: Eicar-Test-Signature FOUND}. */
    static Optional<String> verdict(String answer) throws IOException {
        if (answer.endsWith(" OK")) {
            return Optional.empty();
        }
        if (answer.endsWith(" FOUND")) {
            return Optional.of(answer.substring(answer.indexOf(':') + 1, answer.length() - " FOUND".length())
                    .strip());
        }
        throw new IOException("clamd answered \"" + answer + '"');
    }
}
