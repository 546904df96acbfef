package lantai.web.store;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.remote.Remote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that backs itself up, as its operator sees it. */
class BackupIT {
    @TempDir
    private Path folder;

    @Test
    void theArchiveBacksItselfUpAndTheOperatorSeesOrdersAndRestoresIt() throws Exception {
        var place = folder.resolve("backups");
        var environment = Map.of("LANTAI_BACKUP", place.toString());
        try (var server = LantaiServer.start(folder.resolve("data"), environment)) {
            var operator = Staff.add(server, "operator", Role.SYSTEM_ADMINISTRATOR);
            Staff.add(server, "machine", Role.SYSTEM_ADMINISTRATOR);
            try (var remote = new Remote(server.address(), Staff.token(server, "machine"));
                    var browser = Browser.open(server)) {
                server.await("the clock has it backed up", () -> newest(remote, "clock", "name"));
                assertThat(health(server).path("data").path("late").asText()).isEqualTo("false");

                var page = browser.signedIn("operator", operator.password());
                Browser.changeFirstPassword(page, operator.password(), "a reading room at dusk");
                page.navigate("backups");
                assertThat(page.locator("tbody tr")).containsText("完成");
                assertThat(page.locator("tbody tr")).containsText("定时");
                Browser.leave(page, () -> page.click("form[action='/backups'] button"));
                assertThat(page.locator(".toast")).hasText("已开始备份，进度见下表。");
                server.await("the order is carried out", () -> newest(remote, "operator", "name"));

                var command = Staff.command(
                        "backup",
                        "--data",
                        server.data().toString(),
                        "--to",
                        folder.resolve("other").toString());
                assertThat(command.code()).as(command.output()).isZero();
                page.navigate("backups");
                assertThat(page.locator("tbody tr").first()).containsText("命令行");
                assertThat(page.locator("tbody tr")).hasCount(3);
                Browser.show(page, "backups");

                try (var all = Files.walk(place)) {
                    for (var one : all.toList().reversed()) {
                        Files.delete(one);
                    }
                }
                Files.writeString(place, "a disk that is no folder");
                Browser.leave(page, () -> page.click("form[action='/backups'] button"));
                server.await("it has failed", () -> newest(remote, "operator", "failure"));
                page.navigate("backups");
                assertThat(page.locator("tbody tr").first()).containsText("失败");
            }
        }
        var restored = Staff.command(
                "restore",
                "--from",
                folder.resolve("other").toString(),
                "--data",
                folder.resolve("again").toString(),
                "--keys",
                folder.resolve("data/keys").toString(),
                "--verify");
        assertThat(restored.code()).as(restored.output()).isZero();
    }

    @Test
    void withoutAPlaceThePageTeachesAndNothingIsOrdered() throws Exception {
        try (var server = LantaiServer.start(folder.resolve("data"))) {
            Staff.add(server, "machine", Role.SYSTEM_ADMINISTRATOR);
            var operator = Staff.add(server, "operator", Role.SYSTEM_ADMINISTRATOR);
            try (var remote = new Remote(server.address(), Staff.token(server, "machine"));
                    var browser = Browser.open(server)) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> remote.post("backups", Map.of()))
                        .hasMessageContaining("LANTAI_BACKUP");
                assertThat(remote.get("backups")).isEmpty();
                var page = browser.signedIn("operator", operator.password());
                Browser.changeFirstPassword(page, operator.password(), "a reading room at dusk");
                page.navigate("backups");
                assertThat(page.locator(".notice")).containsText("没有备份，一场火灾就会失去一切");
                Browser.show(page, "backups-none");
            }
        }
    }

    /** {@return whether the newest backup is by this one and says this} */
    private static boolean newest(Remote remote, String by, String field) {
        try {
            var newest = remote.get("backups").path(0);
            return newest.path("orderedBy").asText().equals(by)
                    && !newest.path(field).asText().isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static JsonNode health(LantaiServer server) throws IOException {
        try (var in = server.address().resolve("health/ready").toURL().openStream()) {
            for (var check : new ObjectMapper().readTree(in).path("checks")) {
                if (check.path("name").asText().equals("backup")) {
                    return check;
                }
            }
        }
        throw new AssertionError("no check of backups");
    }
}
