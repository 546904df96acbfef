package lantai.web.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The interface of an archive, spoken to over HTTP in one person's name. Thread-safe. */
public final class Remote implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Duration patience;
    private final URI server;
    private final URI api;
    private final String token;

    /** @param server its address */
    public Remote(URI server, String token) {
        this(server, token, Duration.ofSeconds(60));
    }

    /**
     * One with a patience of its own.
     *
     * @param patience how long an answer is waited for; bytes may be sent for longer
     */
    public Remote(URI server, String token, Duration patience) {
        this.patience = patience;
        this.server = server;
        this.api = URI.create(server.toString().replaceAll("/+$", "") + "/api/v1/");
        this.token = token;
    }

    /** {@return the address that is spoken to} */
    public URI server() {
        return server;
    }

    /** The server answered that it will not, and why, in Chinese. */
    public static final class NotAccepted extends IOException {
        private static final long serialVersionUID = 1;

        private final int status;
        private final String english;

        private NotAccepted(int status, JsonNode problem) {
            super(problem.path("details")
                    .path("zh")
                    .asText(problem.path("detail").asText()));
            this.status = status;
            this.english = problem.path("details")
                    .path("en")
                    .asText(problem.path("detail").asText());
        }

        /** {@return what the message says, in English} */
        public String english() {
            return english;
        }

        /** {@return whether the same request may succeed later} */
        public boolean isTransient() {
            return status == 409 || status == 503 || status == 400;
        }

        /** {@return the HTTP status} */
        public int status() {
            return status;
        }
    }

    /**
     * Asks.
     *
     * @throws NotAccepted when the server says no
     */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).timeout(patience).GET());
    }

    /**
     * Sends a value as JSON.
     *
     * @throws NotAccepted when the server says no
     */
    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /**
     * The same, so that sent again it is done once.
     *
     * @throws NotAccepted when the server says no
     */
    public JsonNode post(String path, Object body, String key) throws IOException, InterruptedException {
        return send(request(path)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /**
     * Puts a value as JSON.
     *
     * @throws NotAccepted when the server says no
     */
    public JsonNode replace(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /**
     * Sends a whole file to be taken in as something new.
     *
     * @throws NotAccepted when the server says no
     */
    public JsonNode post(String path, Path file) throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofFile(file)));
    }

    /** Sends a whole file. */
    public JsonNode put(String path, Path file) throws IOException, InterruptedException {
        return send(request(path)
                .timeout(patience)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofFile(file)));
    }

    /**
     * Fetches a file.
     *
     * @param file to be written anew, when the server says yes; nothing of it stays when the connection breaks off
     * @throws NotAccepted when the server says no
     */
    public void download(String path, Path file) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() / 100 != 2) {
                throw new NotAccepted(answer.statusCode(), problem(body.readAllBytes()));
            }
            write(body, file);
        }
    }

    private static void write(InputStream body, Path file) throws IOException {
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            try {
                body.transferTo(out);
            } catch (IOException cut) {
                Files.deleteIfExists(file);
                throw cut;
            }
        }
    }

    /**
     * Sends a piece of an upload.
     *
     * @throws NotAccepted when the server says no
     */
    public JsonNode put(String path, long offset, BodyPublisher bytes) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .PUT(bytes));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 == 2) {
            return JSON.readTree(answer.body());
        }
        throw new NotAccepted(answer.statusCode(), problem(answer.body()));
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notOurs) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
