package lantai.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 三员分立 at the running archive: three people, each before the doors of all three. */
class ThreeAdministratorsIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final List<String> RECORDS =
            List.of("search?q=a", "catalogue", "inbox", "review", "insight", "my", "policies", "api/v1/search?q=a");
    private static final List<String> AUDIT = List.of("audit", "api/v1/audit/heads");

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static final Map<String, Page> PEOPLE = new TreeMap<>();

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        server.firstPasswords().forEach((name, first) -> {
            var page = browser.signedIn(name, first);
            Browser.changeFirstPassword(page, first, PASSWORD);
            PEOPLE.put(name, page);
        });
        assertThat(PEOPLE).containsOnlyKeys("sysadmin", "secadmin", "auditadmin");
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    private static int status(String who, String path) {
        return person(who)
                .request()
                .get(path, RequestOptions.create().setMaxRedirects(0))
                .status();
    }

    private static Page person(String name) {
        var page = PEOPLE.get(name);
        assertThat(page).as(name).isNotNull();
        return page;
    }

    private static APIResponse post(String who, String path, FormData form) {
        return person(who)
                .request()
                .post(
                        path,
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setForm(form));
    }

    @Test
    void noneOfTheThreeReadsRecords() {
        PEOPLE.keySet()
                .forEach(who -> RECORDS.forEach(path ->
                        assertThat(status(who, path)).as(who + " at " + path).isEqualTo(403)));
    }

    @Test
    void onlyTheAuditAdministratorReadsTheAudit() {
        AUDIT.forEach(path -> {
            assertThat(status("auditadmin", path)).as(path).isEqualTo(200);
            assertThat(status("sysadmin", path)).as(path).isEqualTo(403);
            assertThat(status("secadmin", path)).as(path).isEqualTo(403);
        });
        assertThat(status("auditadmin", "accounts")).isEqualTo(403);
        assertThat(status("auditadmin", "roles")).isEqualTo(403);
        assertThat(status("auditadmin", "store")).isEqualTo(403);
        assertThat(status("secadmin", "store")).isEqualTo(403);
        assertThat(status("sysadmin", "store")).isEqualTo(200);
    }

    @Test
    void accountsAreMadeByOneAndRolesGivenByAnother() {
        var colleague = Staff.add(server, "colleague").account().id();
        var role = FormData.create().set("role", "ARCHIVIST");
        assertThat(post("sysadmin", "accounts/" + colleague + "/roles", role).status())
                .isEqualTo(403);
        assertThat(post("auditadmin", "accounts/" + colleague + "/roles", role).status())
                .isEqualTo(403);
        assertThat(post("secadmin", "accounts/" + colleague + "/roles", role).status())
                .isEqualTo(303);
        var fresh = FormData.create().set("name", "fresh").set("displayName", "样例·新人");
        assertThat(post("secadmin", "accounts", fresh).status()).isEqualTo(403);
        assertThat(post("sysadmin", "accounts", fresh).status()).isEqualTo(200);
        assertThat(post("secadmin", "accounts/" + colleague + "/password", FormData.create())
                        .status())
                .as("who gives roles makes no passwords")
                .isEqualTo(403);
    }

    @Test
    void theSecurityAdministratorGivesHimselfNothing() {
        var self = id("secadmin");
        var answer = post(
                "secadmin", "accounts/" + self + "/roles", FormData.create().set("role", "ARCHIVIST"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("自己");
        assertThat(status("secadmin", "inbox")).isEqualTo(403);
    }

    @Test
    void nobodyGetsTwoOfTheThreeAndNoneGetsAnothersPassword() {
        var other = Staff.add(server, "other", Role.COLLECTOR).account().id();
        var both = FormData.create().append("role", "SYSTEM_ADMINISTRATOR").append("role", "AUDIT_ADMINISTRATOR");
        assertThat(post("secadmin", "accounts/" + other + "/roles", both).status())
                .isEqualTo(409);
        var mixed = FormData.create().append("role", "SECURITY_ADMINISTRATOR").append("role", "COLLECTOR");
        assertThat(post("secadmin", "accounts/" + other + "/roles", mixed).status())
                .isEqualTo(409);
        assertThat(post("sysadmin", "accounts/" + id("auditadmin") + "/password", FormData.create())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTokenMadeAtTheMachineReadsNoAuditAndGivesNoRoles() {
        var audit = RequestOptions.create().setHeader("Authorization", "Bearer " + Staff.token(server, "auditadmin"));
        var api = browser.visitor().request();
        assertThat(api.get("api/v1/audit/heads", audit).status()).isEqualTo(403);
        var security = RequestOptions.create()
                .setHeader("Authorization", "Bearer " + Staff.token(server, "secadmin"))
                .setForm(FormData.create().set("role", "ARCHIVIST"));
        var colleague = Staff.add(server, "newcomer").account().id();
        assertThat(api.post("accounts/" + colleague + "/roles", security).status())
                .isEqualTo(403);
    }

    private static String id(String name) {
        var system = person("sysadmin");
        system.navigate("accounts?q=" + name);
        return system.locator("tbody th a").first().getAttribute("href").replaceAll(".*/", "");
    }
}
