package lantai.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import lantai.account.Role;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receiving over the interface, by the commands, and through the watched folder of a real archive. */
class InboxApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path data;

    @TempDir
    private Path papers;

    private static LantaiServer server;
    private static String token;
    private static String stranger;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        Staff.add(server, "archivist", Role.ARCHIVIST);
        Staff.add(server, "collector", Role.COLLECTOR);
        token = Staff.token(server, "archivist");
        stranger = Staff.token(server, "collector");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theSameKeyOpensTheSameBatch() throws Exception {
        var first = post("batches", "{\"title\":\"样例批次\"}", "Idempotency-Key", "delivery-1");
        var second = post("batches", "{\"title\":\"样例批次\"}", "Idempotency-Key", "delivery-1");
        var other = post("batches", "{\"title\":\"样例批次\"}", "Idempotency-Key", "delivery-2");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(other.path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void aBatchIsReadByTheEngineThatIsChosenForIt() throws Exception {
        var batch = batch("engine");
        assertThat(get("batches/" + batch).path("engine").asText()).isEmpty();
        assertThat(engine(batch, "abacus").statusCode()).isEqualTo(400);
        assertThat(engine(batch, "tesseract").statusCode()).isEqualTo(200);
        assertThat(get("batches/" + batch).path("engine").asText()).isEqualTo("tesseract");
    }

    private static HttpResponse<String> engine(String batch, String code) throws IOException, InterruptedException {
        var body = ("{\"engine\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);
        return send("PUT", "batches/" + batch + "/engine", body, "Content-Type", "application/json");
    }

    @Test
    void theSameFileSentTwiceIsReceivedOnce() throws Exception {
        var batch = batch("twice");
        var bytes = Papers.pdf("Sample, sent twice", 1);
        var path = "batches/" + batch + "/files/%E9%97%A8%E8%AF%8A/a.pdf";
        var first = send("PUT", path, bytes, "X-Lantai-Metadata", "{\"title\":\"\\u6837\\u4f8b\"}");
        var again = send("PUT", path, bytes);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        var receipt = JSON.readTree(first.body());
        assertThat(receipt.path("path").asText()).isEqualTo("门诊/a.pdf");
        assertThat(receipt.path("sha256").asText()).isEqualTo(sha256(bytes));
        assertThat(receipt.path("sm3").asText()).hasSize(64);
        assertThat(receipt.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(JSON.readTree(again.body()).path("again").asBoolean()).isTrue();
        assertThat(JSON.readTree(again.body()).path("fileId")).isEqualTo(receipt.path("fileId"));
        assertThat(get("batches/" + batch).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void theSameBytesElsewhereAreToldToWhoMaySeeThem() throws Exception {
        var bytes = Papers.pdf("Sample of the same bytes", 1);
        send("PUT", "batches/" + batch("one") + "/files/first.pdf", bytes);
        var second = JSON.readTree(send("PUT", "batches/" + batch("two") + "/files/second.pdf", bytes)
                .body());
        assertThat(second.path("sameAs").asText()).isEqualTo("first.pdf");
        var batch = JSON.readTree(ask(stranger, "POST", "batches", "{}".getBytes(StandardCharsets.UTF_8))
                        .body())
                .path("id")
                .asText();
        var third = JSON.readTree(ask(stranger, "PUT", "batches/" + batch + "/files/third.pdf", bytes)
                .body());
        assertThat(third.path("seenBefore").asBoolean()).isTrue();
        assertThat(third.has("sameAs")).isFalse();
    }

    @Test
    void anUploadThatWasCutGoesOnWhereItStood() throws Exception {
        var batch = batch("cut");
        var bytes = new byte[3_000_000];
        Arrays.fill(bytes, (byte) 'x');
        var upload = post("batches/" + batch + "/uploads", "{\"path\":\"大.txt\",\"length\":3000000}")
                .path("id")
                .asText();
        cutOff("PUT /api/v1/uploads/" + upload + " HTTP/1.1\r\nUpload-Offset: 0\r\n", bytes, 1_000_000);
        var arrived = awaitArrived(upload);
        assertThat(arrived).isBetween(1L, 1_000_000L);
        assertThat(send("PUT", "uploads/" + upload, new byte[10], "Upload-Offset", "5")
                        .statusCode())
                .isEqualTo(409);
        // the server may still be noticing that the first request is gone
        server.await("the rest is taken", () -> sendRest(upload, bytes));
        var told = get("uploads/" + upload);
        assertThat(told.path("receipt").path("sha256").asText()).isEqualTo(sha256(bytes));
        assertThat(told.path("arrived").asInt()).isEqualTo(bytes.length);
        assertThat(get("batches/" + batch).path("total").asInt()).isEqualTo(1);
    }

    private static boolean sendRest(String upload, byte[] bytes) {
        try {
            var arrived = get("uploads/" + upload).path("arrived").asInt();
            var rest = Arrays.copyOfRange(bytes, arrived, bytes.length);
            var answer = send("PATCH", "uploads/" + upload, rest, "Upload-Offset", Integer.toString(arrived));
            assertThat(answer.statusCode()).isIn(200, 409);
            return answer.statusCode() == 200;
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aRequestThatBreaksOffNeverBecomesAFile() throws Exception {
        var batch = batch("half");
        var bytes = Papers.pdf("Sample, half sent", 40);
        cutOff("PUT /api/v1/batches/" + batch + "/files/half.pdf HTTP/1.1\r\n", bytes, bytes.length / 2);
        send("PUT", "batches/" + batch + "/files/whole.pdf", bytes);
        assertThat(paths(batch)).containsExactly("whole.pdf");
    }

    @Test
    void aPausedBatchWaitsAndACancelledOneEnds() throws Exception {
        var batch = batch("paused");
        assertThat(post("batches/" + batch + "/pause", "{}").path("state").asText())
                .isEqualTo("paused");
        send("PUT", "batches/" + batch + "/files/a.pdf", Papers.pdf("Sample, paused", 1));
        assertThat(get("batches/" + batch).path("files").path("received").asInt())
                .isEqualTo(1);
        post("batches/" + batch + "/resume", "{}");
        assertThat(settled(batch).path("proposed").asInt()).isEqualTo(1);
        assertThat(post("batches/" + batch + "/cancel", "{}").path("state").asText())
                .isEqualTo("cancelled");
        assertThat(get("batches/" + batch).path("toReview").asInt()).isZero();
        var refused = send("PUT", "batches/" + batch + "/files/b.pdf", Papers.pdf("Sample, too late", 1));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(refused.body()).path("detail").asText()).contains("已经取消");
    }

    @Test
    void aBadFileGoesAsideWithItsReasonAndTheOthersGoOn() throws Exception {
        var batch = batch("mixed");
        send("PUT", "batches/" + batch + "/files/bad.pdf", Papers.damaged());
        send("PUT", "batches/" + batch + "/files/good.pdf", Papers.pdf("Sample beside a bad one", 1));
        send("PUT", "batches/" + batch + "/files/strange.xyz", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        program[60] = (byte) 128;
        program[128] = 'P';
        program[129] = 'E';
        send("PUT", "batches/" + batch + "/files/%E7%85%A7%E7%89%87.jpg", program);
        settled(batch);
        var files = get("batches/" + batch + "/files").path("files");
        assertThat(files.path(3).path("reasonText").asText())
                .contains("Windows 程序，不是文件名所说的材料")
                .contains("交件人核实");
        assertThat(files.path(0).path("state").asText()).isEqualTo("quarantined");
        assertThat(files.path(0).path("reason").asText()).isEqualTo("damaged");
        assertThat(files.path(0).path("reasonText").asText()).contains("已损坏").contains("重新扫描");
        assertThat(files.path(1).path("state").asText()).isEqualTo("proposed");
        assertThat(files.path(2).path("reason").asText()).isEqualTo("unsupported");
        assertThat(post("batches/" + batch + "/keep-as-is", "{}").path("files").asInt())
                .isEqualTo(2);
        assertThat(settled(batch).path("proposed").asInt()).isEqualTo(3);
    }

    @Test
    void anotherPersonsBatchIsNotThere() throws Exception {
        var batch = batch("mine");
        var answer = ask(stranger, "GET", "batches/" + batch, new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(ask(stranger, "PUT", "batches/" + batch + "/files/a.pdf", new byte[1])
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("nobody", "GET", "batches", new byte[0]).statusCode()).isEqualTo(401);
    }

    @Test
    void theCommandIngestSendsAFolderAndTellsEachFile() throws Exception {
        var folder = papers.resolve("样例交接");
        Papers.folder(folder, 5);
        var ended = Staff.command("ingest", folder.toString(), "--data", data.toString(), "--user", "archivist");
        var lines = ended.output().lines().map(InboxApiIT::json).toList();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(lines).hasSize(6);
        assertThat(lines)
                .filteredOn(line -> line.path("state").asText().equals("proposed"))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.path("sha256").asText())
                        .isEqualTo(sha256(
                                Files.readAllBytes(Path.of(line.path("file").asText())))));
        assertThat(lines)
                .filteredOn(line -> line.path("reason").asText().equals("damaged"))
                .hasSize(1);
        Files.delete(folder.resolve("打不开.pdf"));
        var file = Files.writeString(papers.resolve("token"), token);
        var good = Staff.command(
                "ingest", folder.toString(), "--server", server.address().toString(), "--token-file", file.toString());
        assertThat(good.code()).isZero();
        assertThat(refusal(file, "nonsense")).contains("http://127.0.0.1:8080").contains("“nonsense”");
        assertThat(refusal(file, "http://127.0.0.1:1"))
                .contains("http://127.0.0.1:1 没有回应")
                .contains("does not answer")
                .doesNotContain("null");
    }

    private static String refusal(Path token, String address) throws Exception {
        var ended = LantaiServer.command(
                        "ingest", token.toString(), "--server", address, "--token-file", token.toString())
                .redirectErrorStream(true)
                .start();
        var told = new String(ended.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ended.waitFor()).as(told).isEqualTo(2);
        assertThat(told.lines()).as(told).hasSize(1);
        return told;
    }

    @Test
    void aBodyThatCannotBeReadIsToldWithItsPlaceAndIsNoFaultOfOurs() throws Exception {
        for (var body : List.of("{bad", "[1]", "{\"titel\":\"a\"}", "{\"title\":\"a\\u0000b\"}")) {
            var answer =
                    send("POST", "batches", body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(json(answer.body()).path("detail").asText()).as(body).isNotEmpty();
        }
        var field = send(
                "POST",
                "batches",
                "{\"titel\":1}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
        assertThat(json(field.body()).path("detail").asText()).contains("titel");
    }

    @Test
    void commandsSayWhatIsWrongWithTheirOptions() throws Exception {
        for (var wrong : List.of(
                List.of("token", "--data", data.toString(), "--user", "archivist", "--minutes", "0"),
                List.of("ocr", papers.toString(), "--out", papers.toString(), "--engine", "abacus"),
                List.of("run", "--data", papers.toString(), "--port", "99999"),
                List.of("run", "--data", papers.resolve("elsewhere").toString(), "--host", "192.0.2.1"),
                List.of("ingest", papers.toString(), "--server", "http://127.0.0.1:1", "--token-file", "/nowhere"))) {
            var ended = LantaiServer.command(wrong.toArray(String[]::new))
                    .redirectErrorStream(true)
                    .start();
            var told = new String(ended.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ended.waitFor()).as(told).isEqualTo(2);
            assertThat(told).contains(" / ").doesNotContain("Exception");
        }
    }

    @Test
    void commandsSayWhenNoArchiveRuns() {
        assertThat(Staff.command("token", "--data", papers.toString(), "--user", "archivist")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void theWatchedFolderTakesWhatIsComplete() throws Exception {
        assumeTrue(Path.of("/bin/sh").toFile().canExecute(), "no /bin/sh to write names in bytes");
        var watch = Files.createDirectories(data.resolve("watch"));
        var sample = Files.write(papers.resolve("sample.pdf"), Papers.pdf("Sample from a station", 1));
        Files.copy(sample, watch.resolve("half.pdf.part"));
        // 样例.pdf as GB 18030 writes it, in a folder of its own
        var made = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "mkdir station && cp \"$0\" station/\"$(printf '\\321\\371\\300\\375.pdf')\" && cp \"$0\" station/plain.pdf",
                        sample.toString())
                .directory(watch.toFile())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        server.await(
                "the station's batch is settled",
                () -> watched("station").stream()
                                .filter(file -> file.path("state").asText().equals("proposed"))
                                .count()
                        == 2);
        assertThat(watched("station"))
                .extracting(file -> file.path("path").asText())
                .containsExactly("plain.pdf", "样例.pdf");
        assertThat(watch.resolve("half.pdf.part")).exists();
        assertThat(watch.resolve("station/plain.pdf")).doesNotExist();
    }

    @Test
    void whatAStationDeliversAfterItsBatchWasCancelledComesInABatchOfItsOwn() throws Exception {
        var station = Files.createDirectories(data.resolve("watch/cancelled"));
        Files.write(station.resolve("first.pdf"), Papers.pdf("Delivered before", 1));
        var second = Files.write(station.resolve("second.pdf"), Papers.pdf("Still being delivered", 1));
        server.await("the first file is taken while the second one grows", () -> {
            grow(second);
            return !batches("cancelled").isEmpty();
        });
        var batch = batches("cancelled").getFirst();
        grow(second);
        post("batches/" + batch + "/cancel", "{}");
        server.await(
                "the second file is in a batch of its own",
                () -> batches("cancelled").size() == 2);
        assertThat(batches("cancelled")).contains(batch);
        server.await("the station's folder is empty", () -> !Files.exists(second));
    }

    private static void grow(Path file) {
        try {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<JsonNode> watched(String title) {
        return batches(title).stream()
                .findFirst()
                .map(batch -> {
                    try {
                        return list(get("batches/" + batch + "/files").path("files"));
                    } catch (IOException | InterruptedException failure) {
                        throw new AssertionError(failure);
                    }
                })
                .orElse(List.of());
    }

    private static List<String> batches(String title) {
        try {
            return list(get("batches").path("batches")).stream()
                    .filter(batch -> batch.path("title").asText().equals(title))
                    .map(batch -> batch.path("id").asText())
                    .toList();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String batch(String title) throws IOException, InterruptedException {
        return post("batches", "{\"title\":\"" + title + "\"}").path("id").asText();
    }

    private static List<String> paths(String batch) throws IOException, InterruptedException {
        return list(get("batches/" + batch + "/files").path("files")).stream()
                .map(file -> file.path("path").asText())
                .toList();
    }

    private static JsonNode settled(String batch) throws IOException, InterruptedException {
        server.await("batch " + batch + " is settled", () -> {
            try {
                return get("batches/" + batch).path("settled").asBoolean();
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
        });
        return get("batches/" + batch).path("files");
    }

    private static long awaitArrived(String upload) throws IOException, InterruptedException {
        server.await("the cut piece is on the disk", () -> {
            try {
                return get("uploads/" + upload).path("arrived").asLong() > 0;
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
        });
        return get("uploads/" + upload).path("arrived").asLong();
    }

    /** Sends the head of a request and a part of its body, then hangs up. */
    private static void cutOff(String head, byte[] body, int sent) throws IOException {
        try (var socket =
                new Socket(server.address().getHost(), server.address().getPort())) {
            var out = socket.getOutputStream();
            out.write((head + "Host: " + server.address().getAuthority() + "\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, sent);
            out.flush();
        }
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(ask(token, "GET", path, new byte[0]).body());
    }

    private static JsonNode post(String path, String body, String... headers) throws IOException, InterruptedException {
        return JSON.readTree(ask(token, "POST", path, body.getBytes(StandardCharsets.UTF_8), headers)
                .body());
    }

    private static HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return ask(token, method, path, body, headers);
    }

    private static HttpResponse<String> ask(String token, String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address().resolve("/api/v1/") + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", method.equals("POST") ? "application/json" : "application/octet-stream")
                .method(method, BodyPublishers.ofByteArray(body));
        for (var at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException failure) {
            throw new AssertionError(line, failure);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
