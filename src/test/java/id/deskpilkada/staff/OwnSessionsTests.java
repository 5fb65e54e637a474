package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;

@WholeApplication
class OwnSessionsTests {

    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    CacheManager caches;

    @LocalServerPort
    int port;

    Browser browser;
    Person person;

    @BeforeEach
    void aVillageAdmin() {
        installation.empty();
        person = new People(staff, secrets).add("siti", "Siti Aminah", "village-admin@36.04.05.2002");
        browser = new Browser(port).signIn("siti", People.PASSWORD);
    }

    @Test
    void oneSeesOnWhichDevicesOneIsSignedIn() {
        var token = token(PHONE);

        var page = browser.get("/sesi").body();
        assertThat(page).contains("Chrome, Android", "perangkat ini", "127.0.0.1", "Keluar dari semua perangkat");
        var list = new Browser(port)
                .get("/api/sessions", "Authorization", "Bearer " + token)
                .body();
        assertThat(list)
                .contains("\"current\":true", "\"current\":false", "\"device\":\"Chrome, Android\"")
                .doesNotContain(token, "token");
    }

    @Test
    void oneEndsASessionElsewhereAndKeepsOnesOwn() {
        var token = token(PHONE);
        var id = installation
                .asOwner()
                .queryForObject(
                        "SELECT id::text FROM desk.staff_session WHERE device = 'Chrome, Android'", String.class);

        assertThat(browser.submit("/sesi", "/sesi/" + id + "/akhiri", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(status(token)).isEqualTo(401);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        var other = new People(staff, secrets).add("udin", "Udin", "village-admin@36.04.05.2003");
        new Browser(port).signIn("udin", People.PASSWORD);
        var id = installation
                .asOwner()
                .queryForObject("SELECT id::text FROM desk.staff_session WHERE staff_id = " + other.id(), String.class);

        assertThat(new Browser(port)
                        .delete("/api/sessions/" + id, "Authorization", "Bearer " + token(PHONE))
                        .statusCode())
                .isEqualTo(404);
        assertThat(sessions(other.id())).isEqualTo(1);
    }

    @Test
    void oneSignsOutEverywhereAtOnce() {
        var token = token(PHONE);

        var answer = browser.submit("/sesi", "/sesi/akhiri-semua", Map.of());

        assertThat(answer.headers().firstValue("Location")).hasValue("/masuk");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        assertThat(status(token)).isEqualTo(401);
        assertThat(sessions(person.id())).isZero();
    }

    @Test
    void aSessionEndsWithItsRolesAndWithItsPassword() {
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        staff.enrol(List.of(Person.enrolled("siti", "Siti", List.of(new Grant("it-admin", "36.04")))));
        caches.getCacheNames().forEach(name -> caches.getCache(name).clear());
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);

        var token = token(PHONE);
        assertThat(status(token)).isEqualTo(200);
        secrets.giveInitial(Map.of(person.id(), "kata-sandi-lain-lagi"));
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void theFieldStaysForDaysAndAdministratorsForHours() {
        new Browser(port).signIn("admin", "rahasia-admin-uji");
        new People(staff, secrets).add("desk", "Desk", "desk@36.04");
        new Browser(port).signIn("desk", People.PASSWORD);

        assertThat(hours("siti")).isEqualTo(7 * 24);
        assertThat(hours("desk")).isEqualTo(16);
        assertThat(hours("admin")).isEqualTo(8);
    }

    @Test
    void anAdministratorsSessionEndsWhenItIsLeftAlone() {
        var admin = new Browser(port).signIn("admin", "rahasia-admin-uji");
        assertThat(admin.get("/api/me").statusCode()).isEqualTo(200);
        unusedFor(Duration.ofMinutes(20));
        assertThat(admin.get("/api/me").statusCode()).isEqualTo(200);
        unusedFor(Duration.ofMinutes(31));

        assertThat(admin.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatRefreshesItselfDoesNotKeepAnAdministratorSignedIn() {
        var admin = new Browser(port).signIn("admin", "rahasia-admin-uji");
        unusedFor(Duration.ofMinutes(20));
        admin.get("/desk/angka");
        var used = installation
                .asOwner()
                .queryForObject("SELECT min(last_used_at) FROM desk.staff_session", java.sql.Timestamp.class);
        assertThat(used.toInstant()).isBefore(Instant.now().minusSeconds(1100));
    }

    private void unusedFor(Duration time) {
        installation
                .asOwner()
                .update(
                        "UPDATE desk.staff_session SET last_used_at = now() - make_interval(secs => ?)",
                        time.toSeconds());
        caches.getCacheNames().forEach(name -> caches.getCache(name).clear());
    }

    private long hours(String username) {
        return installation
                .asOwner()
                .queryForObject(
                        "SELECT round(extract(epoch FROM expires_at - created_at) / 3600) FROM desk.staff_session s JOIN desk.staff_member m ON m.id = s.staff_id WHERE username = ?",
                        Long.class,
                        username);
    }

    private int sessions(long staffId) {
        return installation
                .asOwner()
                .queryForObject("SELECT count(*) FROM desk.staff_session WHERE staff_id = " + staffId, Integer.class);
    }

    private int status(String token) {
        return new Browser(port)
                .get("/api/me", "Authorization", "Bearer " + token)
                .statusCode();
    }

    private String token(String userAgent) {
        return new Browser(port)
                .post(
                        "/api/sessions",
                        "application/json",
                        "{\"username\":\"siti\",\"password\":\"" + People.PASSWORD + "\"}",
                        "User-Agent",
                        userAgent)
                .body()
                .replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }
}
