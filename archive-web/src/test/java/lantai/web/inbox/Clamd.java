package lantai.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real clamd for tests, on a loopback port, as the user of the tests, with two signatures of its own: one for a harmless
 * text of ours, one for the standard test string, which is put together here so that no scanner stumbles over this file.
 */
final class Clamd implements AutoCloseable {
    /** A harmless text that this clamd takes for a virus. */
    static final byte[] HARMLESS =
            "Sample of a harmless text that a test calls a virus\n".getBytes(StandardCharsets.US_ASCII);

    /** Streams of more bytes are refused. */
    static final int LONGEST_STREAM = 1 << 20;

    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/local/sbin/clamd"));

    private final Path folder;
    private final int port;
    private Process process;

    private Clamd(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** {@return where clamd is installed, if it is} */
    static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /** Prepares one that does not run yet. */
    static Clamd prepare(Path folder) throws IOException {
        var database = Files.createDirectories(folder.resolve("database"));
        Files.writeString(
                database.resolve("own.hdb"), md5(HARMLESS) + ":" + HARMLESS.length + ":Lantai.Sample.Harmless\n");
        Files.writeString(
                database.resolve("own.ndb"),
                "Lantai.Sample.Eicar:0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var clamd = new Clamd(folder, free.getLocalPort());
            Files.writeString(folder.resolve("clamd.conf"), clamd.configuration(database));
            return clamd;
        }
    }

    private String configuration(Path database) {
        return String.join(
                "\n",
                "Foreground yes",
                "LogFile " + folder.resolve("clamd.log"),
                "DatabaseDirectory " + database,
                "TemporaryDirectory " + folder,
                "TCPAddr 127.0.0.1",
                "TCPSocket " + port,
                "StreamMaxLength " + LONGEST_STREAM,
                "AlertExceedsMax yes",
                "");
    }

    /** The test string that every scanner knows (EICAR). */
    static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-" + "FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return a stream of so many bytes in which nothing is found} */
    static byte[] clean(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** {@return the value of {@code LANTAI_CLAMD}} */
    String setting() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and waits until it answers. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        program().orElseThrow().toString(), "--config-file=" + folder.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.out").toFile())
                .start();
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answers()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("clamd does not answer: " + Files.readString(folder.resolve("clamd.out")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(address(), 1000);
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).startsWith("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new IOException(interrupted));
            }
        }
    }
}
