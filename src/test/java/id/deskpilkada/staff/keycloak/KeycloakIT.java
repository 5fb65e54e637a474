package id.deskpilkada.staff.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.staff.EngineAttacks;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application in mode keycloak with a real Keycloak server. One start of both serves all cases, so their order matters where one of them takes something away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

    private static final String CHOSEN = "kopi pagi hujan";

    private static final String PRINTED = "#/isi?kind=C1&tps=3604052001001&race=BUPATI&slot=C1&election=p24&round=R1";

    @TempDir
    static Path data;

    static int port;
    static KeycloakServer keycloak;
    static KeycloakDesk desk;
    static Chromium chromium;

    @BeforeAll
    static void startBothAtOnce() throws Exception {
        port = KeycloakServer.freePort();
        keycloak = KeycloakServer.start("http://localhost:" + port);
        desk = KeycloakDesk.start(data, port, keycloak);
        chromium = new Chromium(port);
        keycloak.awaitReady();
        keycloak.admin("POST", "/clients", KeycloakDesk.PROGRAM);
        desk.awaitAccount("admin");
        var administrator = signIn("admin", KeycloakDesk.FIRST_PASSWORD);
        assertThat(administrator.url()).endsWith("/setup");
        desk.setUp(CHOSEN);
        desk.awaitAccount("siti");
        desk.awaitAccount("camat");
    }

    @AfterAll
    static void stopBoth() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (desk != null) {
            desk.close();
        }
        keycloak.close();
    }

    /** Through Keycloak's page, where a person who comes for the first time chooses a password. */
    private static Page signIn(String username, String password) {
        var page = chromium.empty();
        chromium.open(page, "/masuk");
        return signIn(page, username, password);
    }

    private static Page signIn(Page page, String username, String password) {
        assertThat(page.url()).startsWith(keycloak.issuer());
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("#kc-login");
        if (page.url().contains("UPDATE_PASSWORD")) {
            page.fill("#password-new", CHOSEN);
            page.fill("#password-confirm", CHOSEN);
            page.click("input[type=submit], button[type=submit]");
        }
        page.waitForURL(url -> !url.startsWith(keycloak.issuer()));
        return page;
    }

    @Test
    @Order(1)
    void aVillageAdminSignsInThroughKeycloakAndFindsTheirTasksInTasklist() throws Exception {
        var siti = signIn("siti", "sandi-pertama-1");

        assertThat(siti.url()).endsWith("/lapangan");
        var session = KeycloakDesk.session(siti.context());
        desk.await("the task", () -> desk.get("/api/tasks", session).body().contains("copy-c1"));
        chromium.tasklist(
                siti,
                siti.locator(".tasks-list li", new Page.LocatorOptions().setHasText("Salin formulir C.Hasil"))
                        .first());
        assertThat(siti.content()).contains("Siti Aminah");
    }

    @Test
    @Order(2)
    void theCodeOfAPrintedFormOpensThatFormOnAPhoneThatNeverHadTheApp() {
        var phone = chromium.empty();
        chromium.open(phone, "/lapangan" + PRINTED);
        phone.waitForURL(url -> url.startsWith(keycloak.issuer()));
        var direct = chromium.empty();
        chromium.open(direct, "/masuk");
        assertThat(phone.evaluate("history.length"))
                .as("our page leaves nothing behind that \"back\" would lead to")
                .isEqualTo(direct.evaluate("history.length"));
        signIn(phone, "siti", CHOSEN);
        phone.waitForURL("**/lapangan" + PRINTED);
        phone.locator("main h1:has-text('TPS 001')").waitFor();
        phone.locator("[id='f-votes.1']").waitFor();
    }

    @Test
    @Order(2)
    void aCamatSignsInAndOneSignOutEndsEverything() throws Exception {
        var camat = signIn("camat", "sandi-pertama-2");
        assertThat(camat.url()).endsWith("/desk");
        chromium.tasklist(camat, camat.locator(".tasks-list").first());
        var session = KeycloakDesk.session(camat.context());
        assertThat(desk.me(session)).isEqualTo(200);

        chromium.open(camat, "/keluar");
        camat.click("main button");
        camat.waitForURL("**/sudah-keluar");

        assertThat(desk.me(session)).isEqualTo(401);
        chromium.open(camat, "/desk");
        assertThat(camat.url()).as("Keycloak asks for the password again").startsWith(keycloak.issuer());
        assertThat(camat.locator("#kc-login").count()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void signingOutOfTheWebappsLeadsTheSameWay() throws Exception {
        var camat = signIn("camat", CHOSEN);
        chromium.tasklist(camat, camat.locator(".tasks-list").first());
        var session = KeycloakDesk.session(camat.context());

        camat.locator(".account .dropdown-toggle").click();
        camat.locator(".logout a").click();
        camat.waitForURL("**/sudah-keluar");

        assertThat(desk.me(session)).isEqualTo(401);
    }

    @Test
    @Order(4)
    void whoeverIsSignedOutAtKeycloakIsSignedOutHere() throws Exception {
        var session = KeycloakDesk.session(signIn("camat", CHOSEN).context());
        assertThat(desk.me(session)).isEqualTo(200);

        keycloak.admin("POST", "/users/" + keycloak.account("camat").path("id").asText() + "/logout", "");

        desk.await("the session to end", () -> desk.me(session) == 401);
    }

    @Test
    @Order(5)
    void aProgramCallsWithATokenAndNeverWithAPassword() throws Exception {
        assertThat(desk.me(desk.token("siti", CHOSEN, "openid desk"))).isEqualTo(200);
        assertThat(desk.problem(desk.get("/api/me", desk.token("siti", CHOSEN, "openid"))))
                .isIn("TOKEN_REFUSED", "TOKEN_WITHOUT_SCOPE");
        var sessions = desk.post("/api/sessions", "", "{\"username\":\"siti\",\"password\":\"" + CHOSEN + "\"}");
        assertThat(sessions.statusCode()).isEqualTo(403);
        assertThat(sessions.body()).contains("PASSWORDS_AT_KEYCLOAK", keycloak.issuer());
        assertThat(desk.basic("admin", KeycloakDesk.FIRST_PASSWORD)).isEqualTo(403);
    }

    @Test
    @Order(6)
    void groupsAtKeycloakMeanNothingWhateverTheyAreCalled() throws Exception {
        keycloak.admin("POST", "/groups", "{\"name\":\"it-admin-3604\"}");
        var group = keycloak.admin("GET", "/groups?search=it-admin-3604", "")
                .path(0)
                .path("id")
                .asText();
        var siti = keycloak.account("siti").path("id").asText();
        keycloak.admin("PUT", "/users/" + siti + "/groups/" + group, "");

        var forged = desk.token("siti", CHOSEN, "openid desk");
        assertThat(KeycloakDesk.claims(forged)).contains("it-admin-3604");
        assertThat(desk.get("/api/me", forged).body()).contains("village-admin").doesNotContain("it-admin");

        keycloak.admin("PUT", "/groups/" + group, "{\"name\":\"sesuatu\"}");
        assertThat(desk.get("/api/me", desk.token("siti", CHOSEN, "openid desk"))
                        .body())
                .contains("village-admin");
    }

    @Test
    @Order(6)
    void whoeverIsNotOnTheStaffListIsToldSoAndCanLeave() throws Exception {
        keycloak.admin(
                "POST",
                "/users",
                "{\"username\":\"orang.luar\",\"enabled\":true,\"credentials\":[{\"type\":\"password\",\"value\":\""
                        + CHOSEN + "\",\"temporary\":false}]}");

        var stranger = signIn("orang.luar", CHOSEN);

        assertThat(stranger.locator("main").textContent()).contains("tidak ada di daftar petugas");
        assertThat(stranger.context().cookies()).noneMatch(cookie -> cookie.name.equals("DESK-SESSION"));
        assertThat(desk.me(desk.token("orang.luar", CHOSEN, "openid desk"))).isEqualTo(401);
        stranger.click("main a.button");
        stranger.waitForURL("**/sudah-keluar");
    }

    @Test
    @Order(6)
    void theHelpDeskGivesAPasswordForOneSignIn() throws Exception {
        var found = desk.get("/api/staff?q=udin", desk.administrator()).body();
        var id = found.replaceFirst("(?s).*\"id\":(\\d+).*", "$1");
        var code = desk.post("/api/staff/" + id + "/reset-codes", desk.administrator(), "");
        assertThat(code.statusCode()).as(code.body()).isEqualTo(201);
        var password = code.body().replaceFirst("(?s).*\"code\":\"([^\"]+)\".*", "$1");

        assertThat(signIn("udin", password).url()).endsWith("/lapangan");
        assertThat(desk.me(desk.token("udin", CHOSEN, "openid desk"))).isEqualTo(200);
    }

    /** CVE-2026-109432 and CVE-2026-77226, by the person who may do most. */
    @Test
    @Order(6)
    void nobodyRunsCodeOrBecomesAdministratorThroughTheEngine() throws Exception {
        new EngineAttacks(port, desk.token("admin", CHOSEN, "openid desk"), data).allFail();
    }

    @Test
    @Order(7)
    void aReplacedPersonIsRefusedWithinSecondsAlthoughTheTokenIsValid() throws Exception {
        var token = desk.token("camat", CHOSEN, "openid desk");
        var session = KeycloakDesk.session(signIn("camat", CHOSEN).context());
        assertThat(desk.me(token)).isEqualTo(200);

        desk.upload("staff", "username,nama,peran,wilayah,aktif\ncamat,Pak Camat,camat,36.04.05,tidak\n");

        desk.await("the token to be refused", () -> desk.me(token) == 401);
        desk.await("the session to be refused", () -> desk.me(session) == 401);
        desk.await(
                "Keycloak to know",
                () -> !keycloak.account("camat").path("enabled").asBoolean());
    }

    @Test
    @Order(8)
    void whoeverIsRemovedAtKeycloakWhileSignedInIsOutWithinAMinute() throws Exception {
        var udin = signIn("udin", CHOSEN);
        var session = KeycloakDesk.session(udin.context());
        var token = desk.token("udin", CHOSEN, "openid desk");
        assertThat(desk.me(token)).isEqualTo(200);

        keycloak.admin("DELETE", "/users/" + keycloak.account("udin").path("id").asText(), "");

        desk.await("the session to end", () -> desk.me(session) == 401);
        desk.await("the token to be refused", () -> desk.me(token) == 401);
    }

    @Test
    @Order(9)
    void withKeycloakAwaySessionsTokensAndTasklistGoOnAndReportsAreAccepted() throws Exception {
        var siti = signIn("siti", CHOSEN);
        var token = desk.token("siti", CHOSEN, "openid desk");
        keycloak.stop();

        var report = desk.put("/api/field-reports/" + UUID.randomUUID(), token, KeycloakDesk.c1());
        assertThat(report.statusCode()).as(report.body()).isEqualTo(201);
        assertThat(desk.me(KeycloakDesk.session(siti.context()))).isEqualTo(200);
        chromium.tasklist(
                siti,
                siti.locator(".tasks-list li", new Page.LocatorOptions().setHasText("formulir"))
                        .first());
        desk.upload("staff", "username,nama,peran,wilayah\nbaru,Orang Baru,village-admin,36.04.05.2001\n");
        assertThat(desk.get("/api/staff/accounts", desk.administrator()).body()).contains("\"waiting\":1");

        keycloak.restart();
        desk.awaitAccount("baru");
    }
}
