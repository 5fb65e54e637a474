package id.deskpilkada.dashboard.wall;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.CAMAT;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Html;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.dashboard.ManyDistricts;
import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.signin.GuessLimit;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A screen on the wall outlives its person's session, opens nothing but the wall, and names nobody. */
@WholeApplication
class WallTests {

    private static final String WALL = "/desk/wall";
    private static final String PART = WALL + "/bagian";
    private static final String SCREENS = WALL + "/layar";

    @Autowired
    Installation installation;

    @Autowired
    IncidentDay day;

    @Autowired
    ManyDistricts many;

    @Autowired
    GuessLimit guesses;

    @Autowired
    CacheManager caches;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Browser desk;

    @BeforeEach
    void begin() {
        day.begin();
        desk = new Browser(port).signIn(DESK, People.PASSWORD);
    }

    private HttpResponse<String> open(Browser browser, String... more) {
        var fields = new HashMap<>(Map.of("nama", "Layar ruang rapat", "selama", "pagi"));
        for (int at = 0; at < more.length; at += 2) {
            fields.put(more[at], more[at + 1]);
        }
        return browser.submit(SCREENS, SCREENS, fields);
    }

    private HttpCookie key() {
        return desk.cookie("DESK-WALL").orElseThrow();
    }

    /** A browser that has nothing but the key. */
    private HttpResponse<String> withKey(String path) {
        return new Browser(port).get(path, "Cookie", "DESK-WALL=" + key().getValue());
    }

    private void forget() {
        caches.getCacheNames().forEach(name -> caches.getCache(name).clear());
    }

    @Test
    void theKeyOpensTheWallAndNothingElse() {
        var opened = open(desk);
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location")).hasValue(WALL);
        assertThat(opened.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("DESK-WALL"))
                .singleElement()
                .asString()
                .contains("Path=/desk/wall", "HttpOnly", "SameSite=Strict");

        assertThat(withKey(WALL).body()).contains("Layar ruang rapat", "id=\"wall\"");
        assertThat(withKey(PART).statusCode()).isEqualTo(200);
        for (var closed : List.of("/desk", "/desk/angka", SCREENS, "/desk/wall/lain", "/desk/ringkas", "/sesi", "/")) {
            var answer = withKey(closed);
            assertThat(answer.statusCode() == 302 || closed.equals("/"))
                    .as(closed)
                    .isTrue();
            assertThat(answer.body()).as(closed).doesNotContain("Dewi");
        }
        for (var closed : List.of("/api/me", "/api/events", "/api/tally/BUPATI", "/api/progress?kind=C1")) {
            assertThat(withKey(closed).statusCode()).as(closed).isEqualTo(401);
        }
        assertThat(new Browser(port)
                        .get("/api/me", "Authorization", "Bearer " + key().getValue())
                        .statusCode())
                .isEqualTo(401);
        assertThat(installation.asOwner().queryForList("SELECT token_hash FROM desk.wall_screen", String.class))
                .singleElement()
                .asString()
                .hasSize(64)
                .isNotEqualTo(key().getValue());
    }

    @Test
    void theWallStaysOnWhenThePersonLeaves() {
        open(desk, "keluar", "true");
        assertThat(desk.get("/desk").headers().firstValue("Location").orElseThrow())
                .contains("/masuk");
        assertThat(desk.get(WALL).statusCode()).isEqualTo(200);
        assertThat(desk.get(PART).statusCode()).isEqualTo(200);
    }

    @Test
    void aScreenEndsWithItsTime() {
        open(desk);
        installation
                .asOwner()
                .update("UPDATE desk.wall_screen SET opened_at = now() - interval '20 hours', expires_at = now()");
        forget();
        assertThat(withKey(PART).statusCode()).isEqualTo(401);
        assertThat(withKey(WALL).headers().firstValue("Location")).hasValue("/masuk?lanjut=/desk/wall");
    }

    @Test
    void anybodyOfTheDeskEndsAScreenAndTheTrailKeepsIt() {
        open(desk);
        withKey(PART);
        var other = new Browser(port).signIn(IncidentDay.LEADER, People.PASSWORD);
        var list = other.get(SCREENS).body();
        assertThat(list).contains("Layar ruang rapat", "Dibuka oleh Dewi Desk", "Terakhir terlihat");
        var id = installation.asOwner().queryForObject("SELECT id::text FROM desk.wall_screen", String.class);

        assertThat(other.submit(SCREENS, SCREENS + "/" + id + "/tutup", Map.of())
                        .statusCode())
                .isEqualTo(302);

        assertThat(withKey(PART).statusCode()).isEqualTo(401);
        assertThat(other.get(SCREENS).body()).contains("Ditutup oleh Sekda Serang");
        assertThat(other.submit(SCREENS, SCREENS + "/" + id + "/tutup", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(day.rows("SELECT action FROM desk.audit_entry WHERE action LIKE 'wall-screen%' ORDER BY id"))
                .containsExactlyInAnyOrder("wall-screen.opened", "wall-screen.revoked");
        assertThat(day.rows("SELECT action FROM desk.audit_entry WHERE action = 'change'"))
                .isEmpty();
    }

    @Test
    void aScreenDiesForGoodWhenItsPersonMayNoLongerShowIt() {
        open(desk);
        var roles =
                "UPDATE desk.staff_role SET role = ? WHERE staff_id = (SELECT id FROM desk.staff_member WHERE username = 'desk')";
        installation.asOwner().update(roles, "liaison");
        forget();
        assertThat(withKey(PART).statusCode()).isEqualTo(401);
        installation.asOwner().update(roles, "desk");
        forget();
        assertThat(withKey(PART).statusCode()).isEqualTo(401);
        assertThat(day.rows("SELECT action FROM desk.audit_entry WHERE action LIKE 'wall-screen%' ORDER BY id"))
                .containsExactlyInAnyOrder("wall-screen.opened", "wall-screen.ended");
    }

    @Test
    void onlyTheDeskOpensScreensAndNotForLongerThanTwoDays() {
        var camat = new Browser(port).signIn(CAMAT, People.PASSWORD);
        assertThat(camat.get(SCREENS).statusCode()).isEqualTo(403);
        assertThat(camat.get(WALL).statusCode()).isEqualTo(403);
        assertThat(camat.get(PART).statusCode()).isEqualTo(401);
        assertThat(new Browser(port).get(WALL).statusCode()).isEqualTo(302);
        assertThat(open(desk, "selama", "49").body()).contains("1 sampai 48 jam");
        assertThat(open(desk, "nama", " ").statusCode()).isEqualTo(422);
        assertThat(desk.cookie("DESK-WALL")).isEmpty();
    }

    @Test
    void wrongKeysAreCountedAndARightOneIsLetInAllTheSame() {
        open(desk);
        assertThat(new Browser(port).get(PART, "Cookie", "DESK-WALL=salah").statusCode())
                .isEqualTo(401);
        for (int guess = 0; guess < 600; guess++) {
            guesses.spend("127.0.0.1");
        }
        assertThat(new Browser(port).get(PART, "Cookie", "DESK-WALL=salah").statusCode())
                .isEqualTo(429);
        assertThat(withKey(PART).statusCode()).isEqualTo(200);
    }

    @Test
    void theWallNamesNobody() {
        day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"DISASTER\", \"description\": \"Rumah Pak Joko di RT 3 kebanjiran\", \"tps\": \"%s\", \"caller\": \"Bu Ani 0812-3456-7890\"}"
                                .formatted(BAROS_1));
        open(desk);
        var page = withKey(WALL).body();
        assertThat(page)
                .contains("Bencana", "Baros", "Data cepat, bukan hasil resmi")
                .doesNotContain("Joko", "Ani", "3456", "Dewi", "tel:", "Bima");
        assertThat(desk.get(WALL).body()).doesNotContain("Dewi");
        assertThat(new Html(page).section("w-burning").text()).isNotBlank();
    }

    @Test
    void votesAreShownWhereTheyWereWantedAndOnceTheyMayBePublic() {
        many.form("BUPATI", MARGASANA_1, 271, 44, false);
        installation.asOwner().update("UPDATE desk.round SET phase = 'COUNTING'");
        transaction.executeWithoutResult(status -> events.publishEvent(new ElectionDataChanged(0)));
        open(desk);
        assertThat(withKey(WALL).body()).doesNotContain(">271<").contains("Bupati");

        open(desk, "suara", "true");
        assertThat(withKey(WALL).body()).contains(">271<", ">44<", "Suara C1 masuk");

        installation
                .asOwner()
                .update("UPDATE desk.election SET date = ?", LocalDate.now().plusDays(3));
        transaction.executeWithoutResult(status -> events.publishEvent(new ElectionDataChanged(0)));
        forget();
        assertThat(withKey(WALL).body()).doesNotContain(">271<").contains("Suara tampil mulai");
    }
}
