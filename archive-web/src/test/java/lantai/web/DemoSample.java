package lantai.web;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The demonstration, loaded once by one archive and kept beside the distribution it was loaded with: reading its papers takes minutes.
 * Whoever needs it gets a copy of the data folder. Test processes that run beside each other wait for the one that loads it.
 */
final class DemoSample {
    private static final int MINUTES = 15;

    private final Path folder;
    private final Path data;
    private final Path passwords;
    private final String distribution;

    private DemoSample(Path distribution) throws IOException {
        folder = distribution.resolveSibling("demo-sample");
        data = folder.resolve("data");
        passwords = folder.resolve("passwords.properties");
        this.distribution =
                Files.getLastModifiedTime(distribution.resolve("built")).toString();
    }

    /** Copies the loaded data folder to {@code target}; gives the first passwords of its people. */
    static Map<String, String> copyTo(Path target) throws IOException {
        var sample = new DemoSample(LantaiServer.distribution());
        Files.createDirectories(sample.folder);
        try (var channel = FileChannel.open(
                        sample.folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!sample.isLoaded()) {
                sample.load();
            }
            copy(sample.data, target);
        }
        return sample.passwords();
    }

    private boolean isLoaded() throws IOException {
        return Files.exists(passwords) && distribution.equals(read().getProperty("distribution"));
    }

    private void load() throws IOException {
        Files.deleteIfExists(passwords);
        delete(data);
        var properties = new Properties();
        try (var server = LantaiServer.start(data, "--demo")) {
            server.await("the sample is loaded", () -> server.output().contains("The sample is ready"), MINUTES);
            properties.putAll(server.firstPasswords());
        }
        properties.setProperty("distribution", distribution);
        try (var out = Files.newOutputStream(passwords)) {
            properties.store(out, null);
        }
    }

    private Properties read() throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(passwords)) {
            properties.load(in);
        }
        return properties;
    }

    private Map<String, String> passwords() throws IOException {
        var all = new LinkedHashMap<String, String>();
        read().forEach((name, password) -> all.put(name.toString(), password.toString()));
        return all;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            for (var each : tree.toList()) {
                Files.copy(
                        each,
                        to.resolve(from.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
