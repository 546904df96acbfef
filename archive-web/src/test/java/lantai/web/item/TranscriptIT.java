package lantai.web.item;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.remote.Remote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that names a program for transcribing: what it hears is proposed, checked by a person and taken line by line. */
class TranscriptIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final String PROGRAM = """
            #!/bin/sh
            cat <<'END'
            WEBVTT

            00:00.500 --> 00:01.000
            请十二号到一号窗口

            00:01.000 --> 00:02.000
            <i>杂音</i>

            00:02.000 --> 00:03.000
            身份证号是990101197811110565
            END
            """;

    @TempDir
    private static Path data;

    @TempDir
    private static Path papers;

    private static LantaiServer server;
    private static Browser browser;
    private static Remote remote;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        var program = Files.writeString(papers.resolve("transcribe.sh"), PROGRAM);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        server = LantaiServer.start(data, Map.of("LANTAI_TRANSCRIBER", program.toString()));
        Staff.add(server, "machine", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "machine"));
        browser = Browser.open(server);
        var added = Staff.add(server, "archivist", Role.ARCHIVIST);
        page = browser.signedIn("archivist", added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
        remote.close();
        server.close();
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String filed() throws Exception {
        var file = papers.resolve("call.wav");
        var samples = new byte[16_000];
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(samples), new AudioFormat(8000, Short.SIZE, 1, true, false), 8000),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        var batch = remote.post("batches", Map.of("title", "样例·录音")).path("id").asText();
        remote.put("batches/" + batch + "/files/call.wav", file);
        var files = "batches/" + batch + "/files";
        server.await(
                "the recording is read",
                () -> asked(files).path("files").path(0).path("state").asText().equals("proposed"));
        var document = "review/documents/"
                + asked(files).path("files").path(0).path("documents").path(0).asText();
        var fields = Map.of("category", "SX", "title", "样例·叫号录音", "year", "2025", "retention", "D10");
        remote.post(
                document + "/accept",
                Map.of("version", asked(document).path("version").asInt(), "ordinal", 0, "fields", fields));
        remote.post("review/file", Map.of());
        server.await(
                "the recording is filed",
                () -> asked(document).path("state").asText().equals("FILED"));
        return document.substring(document.lastIndexOf('/') + 1);
    }

    @Test
    void whatTheProgramHearsIsProposedAndTakenLineByLine() throws Exception {
        var item = filed();
        var transcript = "items/" + item + "/transcript";
        assertThat(asked(transcript).path("engine").asBoolean()).isTrue();
        assertThat(asked(transcript).path("state").asText()).isEqualTo("none");

        page.navigate("items/" + item);
        assertThat(page.locator(".item-media figcaption")).containsText("00:00:01 · 8000 Hz，16 位，1 声道 · PCM");
        Browser.leave(
                page,
                () -> page.locator("button", new Page.LocatorOptions().setHasText("语音转写"))
                        .click());
        assertThat(page.locator(".toast")).containsText("已交给转写程序");
        server.await(
                "it is heard", () -> asked(transcript).path("state").asText().equals("proposed"));
        assertThat(asked(transcript).path("lines").path(2).path("text").asText())
                .doesNotContain("990101197811110565");
        assertThat(moments(item)).as("nothing is written unseen").isEmpty();

        // what an element of the description needs beside
        remote.replace(
                "items/" + item + "/description",
                Map.of(
                        "version",
                        asked("items/" + item + "/description").path("version").asLong(),
                        "values",
                        Map.of("recorded", "2025-06-01", "responsible", "样例·医保中心", "date", "2025-06-01"),
                        "reason",
                        "样例·补著"));
        page.navigate("items/" + item);
        assertThat(page.locator(".item-transcript li")).hasCount(3);
        Browser.show(page, "transcript");
        page.locator(".item-transcript li:nth-child(2) input").uncheck();
        page.locator(".item-transcript li:nth-child(3) input").uncheck();
        Browser.leave(
                page,
                () -> page.locator("button", new Page.LocatorOptions().setHasText("采用勾选的行"))
                        .click());
        assertThat(page.locator(".toast")).containsText("已写入内容时间码");
        assertThat(moments(item)).isEqualTo("00:00 请十二号到一号窗口");
        assertThat(page.locator(".item-times ol")).containsText("请十二号到一号窗口");
        assertThat(asked(transcript).path("state").asText()).isEqualTo("none");

        remote.post(transcript, Map.of("component", 1));
        server.await(
                "it is heard again",
                () -> asked(transcript).path("state").asText().equals("proposed"));
        assertThat(page.request().post("api/v1/" + transcript + "/take").status())
                .as("a call without lines is refused")
                .isGreaterThanOrEqualTo(400);
        assertThat(remote.post(transcript + "/drop", Map.of()).path("state").asText())
                .isEqualTo("none");
        assertThat(List.of(moments(item))).containsExactly("00:00 请十二号到一号窗口");
    }

    private static String moments(String item) {
        for (var element : asked("items/" + item + "/description").path("elements")) {
            if (element.path("code").asText().equals("time-codes")) {
                return element.path("value").asText();
            }
        }
        return "";
    }
}
