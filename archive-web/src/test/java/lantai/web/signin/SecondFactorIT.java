package lantai.web.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import lantai.account.Role;
import lantai.audit.AuditAction;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Signing in in two steps and signing out from afar, in a real browser, told in the order of the work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondFactorIT {
    private static final String PASSWORD = "paper, ink, one seal";

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static Page wang;
    private static String secret;
    private static String recovery;
    private static String secondRecovery;
    private static String thirdRecovery;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        var added = Staff.add(server, "wangfang", Role.ARCHIVIST);
        wang = browser.signedIn("wangfang", added.password());
        Browser.changeFirstPassword(wang, added.password(), PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    /** The code of the moment; a code was accepted before, so one of a step that is new is waited for. */
    private static String code(long after) throws Exception {
        while (Instant.now().getEpochSecond() / 30 <= after) {
            wang.waitForTimeout(250);
        }
        return codeOf(Instant.now().getEpochSecond() / 30);
    }

    private static String codeOf(long step) throws Exception {
        var bits = new StringBuilder();
        secret.chars()
                .forEach(letter ->
                        bits.append(Integer.toBinaryString(32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))
                                .substring(1)));
        var key = new byte[20];
        for (var i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        var number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & 0x7fff_ffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private static long step() {
        return Instant.now().getEpochSecond() / 30;
    }

    private static long used;

    @Test
    @Order(1)
    void theSquareCodeHoldsTheSecretThatIsWrittenBesideIt() throws Exception {
        wang.navigate("second-factor");
        Browser.show(wang, "second-factor-begin");
        wang.fill("#password", "not the password");
        Browser.leave(wang, () -> wang.click("form[action$='/begin'] button"));
        assertThat(wang.locator("#password-error")).containsText("密码不对");
        wang.fill("#password", PASSWORD);
        Browser.leave(wang, () -> wang.click("form[action$='/begin'] button"));
        secret = wang.locator(".secret").textContent().replace(" ", "");
        assertThat(secret).hasSize(32);
        Browser.show(wang, "second-factor-scan");
        var picture = ImageIO.read(
                new ByteArrayInputStream(wang.locator(".square-code").screenshot()));
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var scanned = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))))
                .getText();
        assertThat(scanned).startsWith("otpauth://totp/").contains("wangfang?secret=" + secret + "&");
    }

    @Test
    @Order(2)
    void theFirstCodeConfirmsItAndTheRecoveryCodesAreShownOnce() throws Exception {
        var elsewhere = browser.signedIn("wangfang", PASSWORD);
        wang.fill("#code", "000000");
        Browser.leave(wang, () -> wang.click("form[action$='/confirm'] button"));
        assertThat(wang.locator("#code-error")).containsText("验证码不对");
        used = step();
        wang.fill("#code", codeOf(used));
        Browser.leave(wang, () -> wang.click("form[action$='/confirm'] button"));
        assertThat(wang.locator(".codes li")).hasCount(10);
        recovery = wang.locator(".codes li").first().textContent();
        Browser.show(wang, "second-factor-recovery");
        wang.navigate("second-factor");
        assertThat(wang.locator("main")).containsText("还有 10 个恢复码没有用");
        assertThat(wang.content()).doesNotContain(recovery).doesNotContain(secret);
        Browser.show(wang, "second-factor-on");
        elsewhere.navigate("password");
        assertThat(elsewhere.locator("h1")).hasText("登录");
    }

    @Test
    @Order(3)
    void thePasswordAloneOpensNothingAndACodeOpensOnce() throws Exception {
        var page = browser.signedIn("wangfang", PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in/code.*"));
        Browser.show(page, "sign-in-code");
        page.navigate("inbox");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?.*"));
        Browser.signIn(page, "wangfang", PASSWORD);
        give(page, codeOf(used));
        assertThat(page.locator("[role=alert]")).containsText("验证码不对，或已经用过");
        var code = code(used + 1);
        used = step();
        give(page, code);
        assertThat(page).hasURL(Pattern.compile(".*/inbox.*"));
    }

    @Test
    @Order(4)
    void aRecoveryCodeServesWhereThePhoneIsMissing() {
        var page = browser.signedIn("wangfang", PASSWORD);
        give(page, recovery);
        assertThat(page).hasURL(Pattern.compile(".*/inbox.*"));
        page.navigate("second-factor");
        assertThat(page.locator("main")).containsText("还有 9 个恢复码没有用");
    }

    @Test
    @Order(5)
    void aCodeWithoutAPasswordBeforeItLeadsBackToTheBeginning() {
        var page = browser.visitor();
        page.navigate("sign-in/code");
        assertThat(page.locator("h1")).hasText("登录");
        var answer = page.request()
                .post(
                        "sign-in/code",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setForm(FormData.create().set("code", "123456")));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location")).endsWith("/sign-in");
    }

    @Test
    @Order(6)
    void devicesAreSeenAndSignedOut() {
        wang.navigate("sign-ins");
        assertThat(wang.locator(".devices li")).hasCount(3);
        assertThat(wang.locator(".devices li").first()).containsText("这台设备");
        assertThat(wang.locator(".devices li").first()).containsText("Chrome");
        assertThat(wang.locator(".devices li").first()).containsText("127.0.0.*");
        Browser.show(wang, "devices");
        Browser.leave(wang, () -> wang.locator(".devices li button").first().click());
        assertThat(wang.locator(".devices li")).hasCount(2);
        Browser.leave(wang, () -> wang.click("form[action$='/end-others'] button"));
        assertThat(wang.locator(".toast")).hasText("已退出其他 1 台设备。");
        assertThat(wang.locator(".devices li")).hasCount(1);
    }

    @Test
    @Order(7)
    void aDeviceThatWasSignedOutIsAskedToSignInAndItsProgramsAreTold() {
        var lost = browser.signedIn("wangfang", PASSWORD);
        give(lost, nextRecovery());
        lost.navigate("inbox");
        assertThat(lost.locator("h1")).not().hasText("登录");
        wang.navigate("sign-ins");
        Browser.leave(wang, () -> wang.click("form[action$='/end-others'] button"));
        assertThat(lost.request().get("api/v1/batches").status()).isEqualTo(401);
        lost.navigate("inbox");
        assertThat(lost).hasURL(Pattern.compile(".*/sign-in\\?.*"));
    }

    @Test
    @Order(8)
    void aNewPasswordDoesNotTakeTheSecondFactorAway() {
        var fresh = Staff.command("password", "--data", data.toString(), "--user", "wangfang")
                .output()
                .strip();
        var page = browser.signedIn("wangfang", fresh);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in/code.*"));
        give(page, secondRecovery);
        Browser.changeFirstPassword(page, fresh, PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/inbox.*"));
        Browser.signIn(signedOut(wang), "wangfang", PASSWORD);
        give(wang, thirdRecovery);
    }

    private static Page signedOut(Page page) {
        page.navigate("sign-in");
        return page;
    }

    @Test
    @Order(9)
    void theSecurityAdministratorResetsItWithAReasonAndEndsSignIns() {
        var first = server.firstPasswords().get("secadmin");
        var security = browser.signedIn("secadmin", first);
        Browser.changeFirstPassword(security, first, PASSWORD);
        security.navigate("accounts?q=wangfang");
        Browser.leave(security, () -> security.click("tbody th a"));
        assertThat(security.locator(".devices li")).hasCount(2);
        Browser.show(security, "account-devices");
        Browser.leave(security, () -> security.click("form[action$='/sign-ins'] button"));
        assertThat(security.locator(".toast")).hasText("已退出。");
        wang.navigate("inbox");
        assertThat(wang).hasURL(Pattern.compile(".*/sign-in\\?.*"));
        security.click("[data-opens=factor-reset]");
        security.fill("#reason", "样例：手机丢失，本人持证件到场");
        Browser.leave(security, () -> security.click("#factor-reset button.primary"));
        assertThat(security.locator(".toast")).hasText("两步登录已重设。");
        assertThat(Staff.audited(server, AuditAction.SECOND_FACTOR_RESET)
                        .getFirst()
                        .detail())
                .containsEntry("reason", "样例：手机丢失，本人持证件到场");
        Browser.signIn(wang, "wangfang", PASSWORD);
        assertThat(wang).hasURL(Pattern.compile(".*/inbox.*"));
    }

    @Test
    @Order(10)
    void programsOfTheSystemAdministratorSeeAndEndDevices() {
        Staff.token(server, "wangfang");
        var options = RequestOptions.create().setHeader("Authorization", "Bearer " + Staff.token(server, "sysadmin"));
        var api = browser.visitor().request();
        var list = api.get("api/v1/accounts/wangfang/sign-ins", options);
        assertThat(list.text()).contains("\"address\":\"127.0.0.*\"").contains("\"atMachine\":true");
        assertThat(api.delete("api/v1/accounts/wangfang/sign-ins", options).status())
                .isEqualTo(204);
        wang.navigate("inbox");
        assertThat(wang).hasURL(Pattern.compile(".*/sign-in\\?.*"));
        assertThat(api.get("api/v1/accounts/nobody/sign-ins", options).status()).isEqualTo(404);
    }

    @Test
    @Order(11)
    void theOperatorAtTheMachineResetsItToo() throws Exception {
        Browser.signIn(wang, "wangfang", PASSWORD);
        wang.navigate("second-factor");
        wang.fill("#password", PASSWORD);
        Browser.leave(wang, () -> wang.click("form[action$='/begin'] button"));
        secret = wang.locator(".secret").textContent().replace(" ", "");
        wang.fill("#code", codeOf(step()));
        Browser.leave(wang, () -> wang.click("form[action$='/confirm'] button"));
        assertThat(wang.locator(".codes li")).hasCount(10);
        var without = Staff.command("second-factor", "--data", data.toString(), "--user", "wangfang", "--reset", " ");
        assertThat(without.code()).isEqualTo(2);
        var done = Staff.command("second-factor", "--data", data.toString(), "--user", "wangfang", "--reset", "演练");
        assertThat(done.code()).isZero();
        var entry = Staff.audited(server, AuditAction.SECOND_FACTOR_RESET).getFirst();
        assertThat(entry.detail()).containsEntry("reason", "演练");
        assertThat(browser.signedIn("wangfang", PASSWORD)).hasURL(Pattern.compile(".*/inbox.*"));
    }

    private static void give(Page page, String code) {
        page.fill("#code", code);
        Browser.leave(page, () -> page.click("form[action='/sign-in/code'] button.primary"));
    }

    /** Fresh recovery codes, made with a code of the moment; gives the first. */
    private static String nextRecovery() {
        try {
            wang.navigate("second-factor");
            wang.fill("#renew", code(used));
            used = step();
            Browser.leave(wang, () -> wang.click("form[action$='/recovery-codes'] button"));
            secondRecovery = wang.locator(".codes li").nth(1).textContent();
            thirdRecovery = wang.locator(".codes li").nth(2).textContent();
            return wang.locator(".codes li").first().textContent();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
