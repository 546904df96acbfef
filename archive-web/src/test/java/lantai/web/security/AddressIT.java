package lantai.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
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

/** Addresses with characters that may not stand in one, sent as they are. */
class AddressIT {
    private static final String[] STRANGE = {
        "/search?q=a|b{c}",
        "/search?q=[2025]",
        "/search?q=\"<>^`",
        "/search?q=50%",
        "/search?q=%zz&category=%",
        "/inbox?after={}",
        "/inbox/[1]",
        "/items/{id}|1",
        "/sign-in?to=/search?q=a|b",
        "/nothing/{here}",
        "/nothing/[here]",
        "/assets/{x}.css",
        "/iiif/[a]/1/info.json",
        "/api/v1/batches/{a}",
        "/search?q=a%00b",
        "/api/v1/search?q=%00",
    };

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static String token;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        Staff.add(server, "archivist", Role.ARCHIVIST);
        token = Staff.token(server, "archivist");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aStrangeAddressIsAnsweredAndNeverOurFault() throws IOException {
        for (var address : STRANGE) {
            assertThat(status(address, "")).as(address).isBetween(200, 499);
            assertThat(status(address, "Authorization: Bearer " + token + "\r\n"))
                    .as(address + " signed in")
                    .isBetween(200, 499);
        }
    }

    @Test
    void aSearchWithBracketsIsASearch() throws IOException {
        assertThat(status("/search?q=a|b{[c]}", "Authorization: Bearer " + token + "\r\n"))
                .isEqualTo(200);
    }

    @Test
    void theNameOfAThingTypedAsAnAddressLeadsToItsList() throws IOException {
        for (var name :
                List.of("imports", "holds", "items", "batches", "quarantine", "inspections", "rules", "leftovers")) {
            assertThat(status("/" + name, "Authorization: Bearer " + token + "\r\n"))
                    .as(name)
                    .isEqualTo(303);
        }
        assertThat(status("/unheard-of", "Authorization: Bearer " + token + "\r\n"))
                .isEqualTo(404);
    }

    /** The status of the answer to a request line that no client library would send. */
    private static int status(String address, String header) throws IOException {
        try (var socket =
                new Socket(server.address().getHost(), server.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: "
                                    + server.address().getAuthority() + "\r\nAccept: text/html\r\n" + header
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
