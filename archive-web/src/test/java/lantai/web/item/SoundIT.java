package lantai.web.item;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
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

/** Recordings on the page of a record: the waveform with its moments, by mouse, by keyboard, for programs. */
class SoundIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final int RATE = 8000;
    private static final int SECONDS = 60;

    @TempDir
    private static Path data;

    @TempDir
    private static Path papers;

    private static LantaiServer server;
    private static Browser browser;
    private static Remote remote;
    private static Page page;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
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

    /** A tone that swells over and over, loudest in its last tenth. */
    private static byte[] wav() throws IOException {
        var samples = ByteBuffer.allocate(2 * RATE * SECONDS).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < RATE * SECONDS; i++) {
            var seconds = (double) i / RATE;
            var loudness = seconds > SECONDS * 0.9 ? 0.95 : 0.1 + 0.5 * Math.abs(Math.sin(seconds / 3));
            samples.putShort((short) (32_000 * loudness * Math.sin(2 * Math.PI * 330 * seconds)));
        }
        var bytes = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(samples.array()),
                        new AudioFormat(RATE, Short.SIZE, 1, true, false),
                        (long) RATE * SECONDS),
                AudioFileFormat.Type.WAVE,
                bytes);
        return bytes.toByteArray();
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String filed(String name, byte[] bytes) throws Exception {
        var file = Files.write(papers.resolve(name), bytes);
        var batch = remote.post("batches", Map.of("title", "样例·录音")).path("id").asText();
        remote.put("batches/" + batch + "/files/" + name, file);
        var files = "batches/" + batch + "/files";
        server.await(
                "the recording is read",
                () -> asked(files).path("files").path(0).path("state").asText().equals("proposed"));
        var document = "review/documents/"
                + asked(files).path("files").path(0).path("documents").path(0).asText();
        var fields = Map.of("category", "SX", "title", "样例·窗口录音 " + name, "year", "2025", "retention", "D10");
        remote.post(
                document + "/accept",
                Map.of("version", asked(document).path("version").asInt(), "ordinal", 0, "fields", fields));
        remote.post("review/file", Map.of());
        server.await(
                "the recording is filed",
                () -> asked(document).path("state").asText().equals("FILED"));
        return document.substring(document.lastIndexOf('/') + 1);
    }

    private static void describe(String item, String moments) throws Exception {
        remote.replace(
                "items/" + item + "/description",
                Map.of(
                        "version",
                        asked("items/" + item + "/description").path("version").asLong(),
                        "values",
                        Map.of(
                                "time-codes",
                                moments,
                                "recorded",
                                "2025-06-01",
                                "responsible",
                                "样例·医保中心",
                                "date",
                                "2025-06-01"),
                        "reason",
                        "样例·补时间码"));
    }

    private static double at() {
        return ((Number) page.evaluate("document.querySelector('audio').currentTime")).doubleValue();
    }

    @Test
    void theWaveformIsPlayedByMouseAndKeyboardAndShowsTheMoments() throws Exception {
        var item = filed("window.wav", wav());
        describe(item, "00:15 叫号\n00:45 解答咨询");
        page.navigate("items/" + item);
        var wave = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("播放位置"));
        assertThat(wave).isVisible();
        assertThat(wave).hasAttribute("aria-valuemax", Integer.toString(SECONDS));

        wave.focus();
        page.keyboard().press("ArrowRight");
        assertThat(wave).hasAttribute("aria-valuetext", "0:05 / 1:00");
        page.keyboard().press("PageUp");
        assertThat(wave).hasAttribute("aria-valuetext", "0:35 / 1:00");
        page.keyboard().press("Home");
        assertThat(wave).hasAttribute("aria-valuetext", "0:00 / 1:00");

        var box = wave.boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        page.waitForCondition(() -> at() >= SECONDS / 2.0 - 1);
        assertThat(at()).isBetween(SECONDS / 2.0 - 1, SECONDS / 2.0 + 10);
        page.evaluate("document.querySelector('audio').pause()");

        page.reload();
        assertThat(page.locator(".waveform img")).hasAttribute("alt", Pattern.compile("声音波形，全长 1:00，最响处在 0:5[34]"));
        assertThat(page.locator(".item-times")).containsText("解答咨询");
        assertThat(page.locator(".item-times")).containsText("未安装语音转写引擎");
        var svg = page.request().get("items/" + item + "/components/1/waveform.svg");
        assertThat(svg.headers().get("content-type")).startsWith("image/svg+xml");
        assertThat(svg.text()).contains("M250.0 0V120").contains("M750.0 0V120");
        assertThat(wave).isVisible();
        Browser.show(page, "sound");

        var numbers = asked("items/" + item + "/components/1/waveform");
        assertThat(numbers.path("millis").asLong()).isEqualTo(SECONDS * 1000L);
        assertThat(numbers.path("peaks").size()).isBetween(500, 1000);
        assertThat(numbers.path("peaks").path(numbers.path("peaks").size() - 1).asInt())
                .isBetween(85, 100);
    }

    @Test
    void soundThatCannotBeDecodedSaysSoAndIsPlayedAsUsual() throws Exception {
        var frame = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x00}, 417);
        var silence = ByteBuffer.allocate(40 * frame.length);
        for (var i = 0; i < 40; i++) {
            silence.put(frame);
        }
        var item = filed("phone.mp3", silence.array());
        page.navigate("items/" + item);
        assertThat(page.locator(".item-media")).containsText("本系统不能解码，画不出波形，可以照常播放");
        assertThat(page.locator(".item-media audio")).isVisible();
        assertThat(page.locator(".waveform")).hasCount(0);
        assertThat(page.request()
                        .get("api/v1/items/" + item + "/components/1/waveform")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDamagedRecordingHasNoWaveformAndItsPageSaysSo() throws Exception {
        var whole = wav();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 0);
        var item = filed("broken.wav", whole);
        page.navigate("items/" + item);
        assertThat(page.locator("[data-waveform-missing]")).isVisible();
        page.reload();
        assertThat(page.locator(".item-media")).containsText("无法解码，画不出波形");
        assertThat(page.locator(".waveform")).hasCount(0);
    }
}
