package lantai.web.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import lantai.problem.Malformed;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai bundle}: one file with the program, all libraries and the runtime, that installs itself with {@code sh} and
 * {@code tar} on a machine without a network. For machines of the kind it was made on.
 */
@Command(name = "bundle", mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {
    private static final String JRE = "jre";
    private static final String DISTRIBUTION = "distribution";
    /** What a runtime has for those who build with it. */
    private static final Set<String> NOT_NEEDED = Set.of("src.zip", "jmods", "man", "include", "demo", "ct.sym");

    private static final int PLAIN = 0644;
    private static final int EXECUTABLE = 0755;

    private final Console console;

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private Path to = Path.of("");

    BundleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var target = to.toAbsolutePath();
        if (Files.exists(target)) {
            throw new Malformed(CommandProblem.FILE_EXISTS, to);
        }
        var folder = target.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        var content = Files.createTempFile(folder, "bundle", "");
        var whole = Files.createTempFile(folder, "bundle", "");
        try {
            var digest = write(content);
            try (var out = Files.newOutputStream(whole)) {
                out.write(head(digest).getBytes(StandardCharsets.UTF_8));
                Files.copy(content, out);
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(content);
            Files.deleteIfExists(whole);
        }
        console.line(target.toString());
        console.remark("command.bundle.done", Files.size(target) >> 20, target.getFileName());
        return 0;
    }

    private static String write(Path file) throws IOException {
        var fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest);
                var gzip = new GzipCompressorOutputStream(new BufferedOutputStream(out), fast);
                var tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            var door = resource("lantai").getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry("lantai");
            entry.setSize(door.length);
            entry.setMode(EXECUTABLE);
            tar.putArchiveEntry(entry);
            tar.write(door);
            tar.closeArchiveEntry();
            add(tar, Path.of(System.getProperty("java.home")), JRE);
            add(tar, Distribution.folder(), DISTRIBUTION);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Links are followed: what they lead to may not be there on the other machine. */
    private static void add(TarArchiveOutputStream tar, Path folder, String name) throws IOException {
        try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                var inside = folder.relativize(file);
                if (isNeeded(inside)) {
                    var entry =
                            new TarArchiveEntry(name + '/' + inside.toString().replace('\\', '/'));
                    entry.setSize(Files.size(file));
                    entry.setModTime(Files.getLastModifiedTime(file));
                    entry.setMode(Files.isExecutable(file) ? EXECUTABLE : PLAIN);
                    tar.putArchiveEntry(entry);
                    copy(file, tar);
                    tar.closeArchiveEntry();
                }
            }
        }
    }

    private static boolean isNeeded(Path inside) {
        for (var part : inside) {
            if (NOT_NEEDED.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.transferTo(out);
        }
    }

    private static String head(String digest) throws IOException {
        var head = resource("install");
        var machine = System.getProperty("os.name")
                + ' '
                + System.getProperty("os.arch").replace("amd64", "x86_64");
        return head.replace("@LINES@", Long.toString(head.lines().count() + 1))
                .replace("@DIGEST@", digest)
                .replace("@MACHINE@", machine);
    }

    private static String resource(String name) throws IOException {
        try (var in = BundleCommand.class.getResourceAsStream("bundle/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing: bundle/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
