package lantai.web.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real identity provider for tests, Keycloak on a loopback port, with one person and one client. */
final class Keycloak implements AutoCloseable {
    static final String CLIENT = "lantai";
    static final String SECRET = "sample-secret-of-the-client";
    static final String PERSON = "wang";
    static final String PASSWORD = "sample password of wang";

    private static final Path UNPACKED = Path.of(System.getProperty("lantai.keycloak", "target/keycloak"));
    private final Path home;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<Process> process = Optional.empty();

    private Keycloak(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** {@return a port of this machine that is free now} */
    static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param folder an empty folder
     * @param archive the address of the archive that is its client, ending in a slash
     */
    static Keycloak start(Path folder, URI archive) throws IOException {
        var home = folder.resolve("home");
        copy(unpacked(), home);
        var realms = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(
                realms.resolve("sample.json"), """
            {"realm": "sample", "enabled": true, "sslRequired": "none",
             "clients": [{"clientId": "%s", "secret": "%s", "redirectUris": ["%ssign-in/provider/back"],
                          "attributes": {"post.logout.redirect.uris": "%ssign-in"}}],
             "users": [{"username": "%s", "enabled": true, "firstName": "Sample", "lastName": "Wang",
                        "email": "wang@sample.invalid", "emailVerified": true,
                        "credentials": [{"type": "password", "value": "%s"}]}]}
            """.formatted(CLIENT, SECRET, archive, archive, PERSON, PASSWORD));
        var keycloak = new Keycloak(home, freePort());
        keycloak.start();
        return keycloak;
    }

    private static Path unpacked() throws IOException {
        try (var inside = Files.list(UNPACKED)) {
            return inside.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Keycloak in " + UNPACKED.toAbsolutePath()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var copy = Files.copy(file, to.resolve(from.relativize(file)));
                if (copy.toString().endsWith(".sh") && !copy.toFile().setExecutable(true)) {
                    throw new IOException("cannot be made a program: " + copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void start() throws IOException {
        var builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Xmx400m -XX:TieredStopAtLevel=1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", SECRET);
        process = Optional.of(builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (!answers()) {
            if (System.nanoTime() > deadline || !process.get().isAlive()) {
                throw new AssertionError("Keycloak does not answer\n" + Files.readString(home.resolve("keycloak.log")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private boolean answers() {
        try {
            return get(issuer() + "/.well-known/openid-configuration") == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private int get(String address) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address)).build()).statusCode();
    }

    private java.net.http.HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/sample";
    }

    /** Signs with a new key from now on. */
    void rotate() throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        var token = send(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .body()
                .replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        var added =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/realms/sample/components"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                        {"name": "another", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                         "config": {"priority": ["500"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"]}}
                        """))
                        .build());
        if (added.statusCode() != 201) {
            throw new IOException("no new key: " + added.statusCode() + " " + added.body());
        }
    }

    /** Ends it, as a provider that is down. */
    @Override
    public void close() {
        process.ifPresent(shell -> Stream.concat(shell.descendants(), Stream.of(shell.toHandle()))
                .forEach(one -> {
                    one.destroyForcibly();
                    one.onExit().join();
                }));
    }
}
