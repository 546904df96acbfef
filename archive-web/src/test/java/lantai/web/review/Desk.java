package lantai.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lantai.account.Role;
import lantai.database.Database;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.launch.RunningArchive;
import org.jdbi.v3.core.Jdbi;

/** A reviewer at the desk, and what the database and the interface say about it behind the reviewer's back. */
final class Desk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "paper, ink, one seal";

    final Page page;
    private final LantaiServer server;
    private final Browser browser;
    private final Database database;
    private final String token;

    Desk(LantaiServer server) throws IOException {
        this.server = server;
        var added = Staff.add(server, "archivist", Role.ARCHIVIST);
        browser = Browser.open(server);
        page = browser.signedIn("archivist", added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        database = Database.open(RunningArchive.find(server.data()).database(Map.of()));
        token = Staff.token(server, "archivist");
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    /** Delivers files and waits until all are proposed. {@return the batch} */
    String delivered(String title, Map<String, byte[]> files) {
        var batch = sent(title, files);
        server.await(
                title + " waits for review",
                () -> get("batches/" + batch).path("toReview").asInt() == files.size());
        return batch;
    }

    /** Delivers files. {@return the batch} */
    String sent(String title, Map<String, byte[]> files) {
        var batch = ask("POST", "batches", ("{\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_8))
                .path("id")
                .asText();
        files.forEach((name, bytes) ->
                ask("PUT", "batches/" + batch + "/files/" + URLEncoder.encode(name, StandardCharsets.UTF_8), bytes));
        return batch;
    }

    /** {@return the documents of a batch that are neither filed nor given up, in the order of the desk} */
    List<String> documents(String batch) {
        return jdbi().withHandle(handle ->
                handle.createQuery("""
                        select cast(id as text) from document
                        where batch_id = cast(:batch as uuid) and state in ('PROPOSED', 'ACCEPTED') order by position
                        """).bind("batch", batch).mapTo(String.class).list());
    }

    /** {@return the state of a document, nothing when there is none} */
    String state(String document) {
        return one("select coalesce((select state from document where id = cast(:id as uuid)), '')", document);
    }

    /** {@return how the pages of a document stand, in order} */
    List<Integer> turns(String document) {
        return jdbi().withHandle(handle -> handle.createQuery(
                        "select turn from document_page where document_id = cast(:id as uuid) order by ordinal")
                .bind("id", document)
                .mapTo(Integer.class)
                .list());
    }

    /** {@return the value of a field in the database} */
    String field(String document, String field) {
        return one(
                "select coalesce((select fields -> '" + field
                        + "' ->> 'value' from document where id = cast(:id as uuid)), '')",
                document);
    }

    /** {@return one text of the database about one thing} */
    String one(String query, String id) {
        return jdbi().withHandle(handle ->
                handle.createQuery(query).bind("id", id).mapTo(String.class).one());
    }

    /** {@return what the interface tells about a document} */
    JsonNode told(String document) {
        return get("review/documents/" + document);
    }

    /** {@return the words of one page, all lines together} */
    String words(String document, int number) {
        var words = new StringBuilder();
        told(document)
                .path("pages")
                .path(number - 1)
                .path("lines")
                .forEach(line -> words.append(line.path("text").asText()));
        return words.toString();
    }

    /** Opens the desk and goes to a document. */
    void open(String batch, String document) {
        page.navigate("review?batch=" + batch);
        rest();
        for (var skips = 0; skips < 20 && !document.equals(shown()); skips++) {
            skip();
        }
        assertThat(shown()).isEqualTo(document);
    }

    /** Leaves the document for later and waits for the next one. */
    void skip() {
        var before = shown();
        page.keyboard().press("n");
        awaitAnotherThan(before);
    }

    /** Accepts the document and waits for the next one, or for the empty desk. */
    void accept() {
        var before = shown();
        page.keyboard().press("Enter");
        awaitAnotherThan(before);
        rest();
    }

    private void awaitAnotherThan(String before) {
        page.waitForFunction("before => document.getElementById('review').dataset.document !== before", before);
    }

    String shown() {
        return page.locator("#review").getAttribute("data-document");
    }

    /** Presses one key after the other and waits until everything is sent and read. */
    void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        rest();
    }

    /** Waits until nothing is under way. */
    void rest() {
        page.waitForFunction("""
                () => { const at = document.getElementById('review').dataset;
                        return at.document !== undefined && !at.sending && !at.reading; }""");
    }

    /** Goes to a field with the arrow keys. */
    void focus(String field) {
        var row = page.locator(".f[data-field=" + field + "]");
        for (var moves = 0; moves < 20 && !"true".equals(row.getAttribute("aria-selected")); moves++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(row.getAttribute("aria-selected")).isEqualTo("true");
    }

    /** Corrects the field in focus. {@return how many keys it took} */
    int correct(String value) {
        page.keyboard().press("e");
        page.keyboard().type(value);
        page.keyboard().press("Enter");
        return value.length() + 2;
    }

    /** Leaves nothing doubtful in a document, behind the reviewer's back, without accepting it. */
    void clear(String document) {
        told(document).path("fields").forEach(field -> {
            if (!field.path("value").asText().isEmpty()) {
                set(document, field.path("code").asText(), field.path("value").asText());
            }
        });
        Map.of("category", "YW", "year", "2025", "retention", "D30", "title", "样例")
                .forEach((field, value) -> set(document, field, value));
    }

    /** Says what a field is, behind the reviewer's back. */
    void set(String document, String field, String value) {
        var version = told(document).path("version").asInt();
        var body = JSON.createObjectNode().put("version", version);
        body.putObject("fields").put(field, value);
        ask("POST", "review/documents/" + document + "/correct", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode get(String path) {
        return ask("GET", path, new byte[0]);
    }

    private JsonNode ask(String method, String path, byte[] body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(server.address().resolve("/api/v1/") + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", method.equals("PUT") ? "application/octet-stream" : "application/json")
                    .method(method, BodyPublishers.ofByteArray(body))
                    .build();
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        database.close();
        browser.close();
    }
}
