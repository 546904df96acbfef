package lantai.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lantai.account.Role;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person and a program are told when something is wrong with an address, a parameter, a body or a token. */
class RefusalIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static String token;
    private static String batch;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        server = LantaiServer.start(data);
        Staff.add(server, "archivist", Role.ARCHIVIST);
        token = Staff.token(server, "archivist");
        batch = JSON.readTree(post("api/v1/batches", "{}").body()).path("id").asText();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items/%00", "/items/%zz", "/items/..%2f..", "/items/a%ff", "/items/%0d%0a", "/../x"})
    void anAddressThatCannotBeReadIsAnsweredInChineseWithAPage(String address) throws IOException {
        var answer = raw("GET " + address, "Accept: text/html,*/*\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Language: zh-CN")
                .contains("<h1>这个请求我们没看懂</h1>");
        assertThat(raw("GET " + address, "Accept: text/html\r\nCookie: lantai-language=en\r\n"))
                .contains("Content-Language: en")
                .contains("This address is not written right");
    }

    @Test
    void aProgramIsToldOfSuchAnAddressAsProblemJson() throws IOException {
        var answer = raw(
                "PUT /api/v1/batches/" + batch + "/files/a%00b.txt",
                "Accept: text/html\r\nContent-Length: 3\r\nAuthorization: Bearer " + token + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        var told = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(told.path("code").asText()).isEqualTo("ADDRESS_NOT_READ");
        assertThat(told.path("detail").asText()).contains("百分号编码有误");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a%23b.txt", "a%2Fb.txt", "50%25.txt", "a%5Cb.txt", "a%2Eb.txt", "%E6%A0%B7%E4%BE%8B+1.txt"})
    void aFileNameMayHoldAnyVisibleCharacter(String name) throws IOException, InterruptedException {
        var request = asked("api/v1/batches/" + batch + "/files/" + name).PUT(BodyPublishers.ofString("样例 " + name));
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "api/v1/batches?after=x after “x” 36",
                "api/v1/batches?limit=99999999999 limit “99999999999” 1到500",
                "api/v1/batches?limit=-1 limit “-1” 1到500",
                "api/v1/search?size=x size “x” 1到200",
                "api/v1/search?year=x year “x” 1000到9999",
                "api/v1/search?category=QQ category “QQ” WS",
                "api/v1/search?sort=QQ sort “QQ” newest",
                "api/v1/review/queue?state=QQ state “QQ” PROPOSED",
                "api/v1/review/queue?batch=x batch “x” 36",
                "api/v1/destruction-lists?page=0 page “0” 1到",
            })
    void aWrongParameterIsNamedWithItsValueAndWhatIsAllowed(String path, String name, String value, String allowed)
            throws IOException, InterruptedException {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
        assertThat(told(answer).replace(" ", ""))
                .contains("“" + name + "”")
                .contains(value)
                .contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"review?batch=x", "search?size=x", "inbox?after=x", "search?year=x", "catalogue?year=x"})
    void aWrongParameterOfAPageIsToldOnAPage(String path) throws IOException, InterruptedException {
        var answer = CLIENT.send(asked(path).setHeader("Accept", "text/html").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
        assertThat(answer.body()).contains("这个请求我们没看懂").contains("“x”");
    }

    @Test
    void anIdInAPathThatIsNoneIsAnAddressThatDoesNotExist() throws IOException, InterruptedException {
        assertThat(get("api/v1/batches/x").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyThatSaysNothingOrCannotBeKeptIsRefused() throws IOException, InterruptedException {
        assertThat(post("api/v1/batches", "null").statusCode()).isEqualTo(400);
        var half = post(
                "api/v1/batches/" + batch + "/uploads",
                "{\"path\":\"a.txt\",\"length\":1,\"metadata\":{\"title\":\"\\ud800\"}}");
        assertThat(half.statusCode()).as(half.body()).isEqualTo(400);
        assertThat(post("api/v1/batches", "{\"title\":\"\\ud840\\udbb7\"}").statusCode())
                .as("halves that do not belong together")
                .isEqualTo(400);
        var rare = post("api/v1/batches", "{\"title\":\"\\ud842\\udfb7\"}");
        assertThat(JSON.readTree(rare.body()).path("title").asText())
                .as("a rare character")
                .isEqualTo("𠮷");
    }

    @Test
    void aReceivedFileMayBeJsonAndIsTakenAsItIs() throws IOException, InterruptedException {
        for (var bytes : List.of("null", "[]", "{\"half\": \"\\ud800\"}")) {
            var name = "api/v1/batches/" + batch + "/files/" + bytes.length() + ".json";
            var request = asked(name).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(bytes));
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(JSON.readTree(answer.body()).path("size").asInt()).isEqualTo(bytes.length());
        }
    }

    @Test
    void aTitleIsNeverCut() throws IOException, InterruptedException {
        var answer = post("api/v1/batches", "{\"title\":\"" + "样".repeat(3000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(told(answer)).contains("title").contains("3000").contains("300");
    }

    @Test
    void anEmptyDeliveryKeyIsRefused() throws IOException, InterruptedException {
        var request = asked("api/v1/batches")
                .header("Idempotency-Key", " ")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(told(answer)).contains("Idempotency-Key");
    }

    @Test
    void aWrongTokenIsToldAsATokenAndAMissingOneAsAMissingSignIn() throws IOException, InterruptedException {
        var wrong = HttpRequest.newBuilder(at("api/v1/batches")).header("Authorization", "Bearer wrong");
        var answer = CLIENT.send(wrong.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(told(answer)).contains("令牌不对").doesNotContain("离开太久");
        var none = CLIENT.send(HttpRequest.newBuilder(at("api/v1/batches")).build(), BodyHandlers.ofString());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(told(none)).contains("还没有登录");
    }

    @Test
    void thePageSaysInWhichLanguageItSpeaks() throws IOException, InterruptedException {
        assertThat(get("sign-in").headers().firstValue("Content-Language")).contains("zh-CN");
        assertThat(get("sign-in?lang=en").headers().firstValue("Content-Language"))
                .contains("en");
    }

    @Test
    void theDescriptionOfTheInterfaceIsServed() throws IOException, InterruptedException {
        var answer = get("openapi");
        assertThat(answer.statusCode()).isEqualTo(200);
        var paths = JSON.readTree(answer.body()).path("paths");
        assertThat(paths.has("/api/v1/batches/{batch}/files/{path}")).isTrue();
        assertThat(paths.size()).isGreaterThan(40);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(asked(path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = asked(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(at(path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static URI at(String path) {
        return URI.create(server.address() + path);
    }

    private static String told(HttpResponse<String> answer) throws IOException {
        JsonNode problem = JSON.readTree(answer.body());
        return problem.path("detail").asText();
    }

    /** The whole answer to a request line that no client library would send. */
    private static String raw(String line, String headers) throws IOException {
        try (var socket =
                new Socket(server.address().getHost(), server.address().getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: " + server.address().getAuthority() + "\r\n" + headers
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
