package lantai.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import lantai.problem.Refused;

/** The interface of an archive, spoken to over HTTP in one person's name. Thread-safe. */
final class Remote implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI api;
    private final String token;

    /** @param server its address */
    Remote(URI server, String token) {
        this.api = URI.create(server.toString().replaceAll("/+$", "") + "/api/v1/");
        this.token = token;
    }

    /** The server answered that it will not. */
    static final class NotAccepted extends IOException {
        private static final long serialVersionUID = 1;

        private final int status;

        private NotAccepted(int status, String words) {
            super(words);
            this.status = status;
        }

        /** {@return whether the same request may succeed later} */
        boolean isTransient() {
            return status == 409 || status == 503 || status == 400;
        }

        Refused refused() {
            return new Refused(CommandProblem.SERVER_REFUSED, status, String.valueOf(getMessage()));
        }
    }

    /** @throws NotAccepted when the server says no */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).timeout(PATIENCE).GET());
    }

    /** @throws NotAccepted when the server says no */
    JsonNode post(String path, Object body, String key) throws IOException, InterruptedException {
        return send(request(path)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @throws NotAccepted when the server says no */
    JsonNode put(String path, long offset, BodyPublisher bytes) throws IOException, InterruptedException {
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
        throw new NotAccepted(answer.statusCode(), words(answer.body()));
    }

    private static String words(byte[] body) {
        try {
            return JSON.readTree(body).path("detail").asText();
        } catch (IOException notOurs) {
            return "";
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
