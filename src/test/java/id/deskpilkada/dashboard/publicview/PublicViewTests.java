package id.deskpilkada.dashboard.publicview;

import static id.deskpilkada.dashboard.publicview.PublicDepth.DISTRICT;
import static id.deskpilkada.dashboard.publicview.PublicDepth.TPS;
import static id.deskpilkada.dashboard.publicview.PublicMode.PROGRESS;
import static id.deskpilkada.dashboard.publicview.PublicMode.RECEIVED_AND_VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.web.RawHttp;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Who turns the switch of the public view, how, and how people find their own polling station. */
@WholeApplication
class PublicViewTests {

    /** 30 districts with 13 villages each, 45 polling stations in one of the villages, as few in the others as there may be. */
    static final String LARGE =
            """
            INSERT INTO desk.region (code, area, name, level, parent_code)
            SELECT '36.04.' || d, '3604' || d, 'Kecamatan Contoh ' || d, 'DISTRICT', '36.04' FROM generate_series(10, 39) d;
            INSERT INTO desk.region (code, area, name, level, parent_code)
            SELECT '36.04.' || d || '.20' || v, '3604' || d || '20' || v, 'Desa Contoh ' || v, 'VILLAGE', '36.04.' || d
            FROM generate_series(10, 39) d, (SELECT lpad(v::text, 2, '0') AS v FROM generate_series(1, 13) v) v;
            INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
            SELECT e.id, r.area || lpad(t::text, 3, '0'), r.area, left(r.area, 6), t FROM desk.election e, desk.region r, generate_series(1, 45) t
            WHERE r.level = 'VILLAGE' AND r.name LIKE 'Desa Contoh%' AND (t <= 6 OR r.area = '3604102001');
            """;

    private static final String SECOND_RACE =
            """
            INSERT INTO desk.race (election_id, code, name, region_code, pages_plano, pages_salinan) SELECT id, 'GUBERNUR', 'Gubernur dan Wakil Gubernur', '36', 2, 2 FROM desk.election;
            INSERT INTO desk.candidate (race_id, ballot_number, name, empty_column) SELECT r.id, n, 'Nama yang Panjang Sekali, S.E., M.M. - Wakil yang Panjang Pula ' || n, false
            FROM desk.race r, generate_series(3, 4) n;
            INSERT INTO desk.tally_contribution (round_id, race_id, tps_code, village_area, district_area, received, held, verified, counted_received, counted_verified, received_sums, verified_sums, updated_at)
            SELECT o.id, r.id, s.code, s.village_area, s.district_area, 1, 0, 1, 1, 1, ARRAY[400, 7, 480, 407, 100, 101, 102, 97], ARRAY[400, 7, 480, 407, 100, 101, 102, 97], now()
            FROM desk.round o, desk.race r, desk.polling_station s ON CONFLICT DO NOTHING;
            """;

    @Autowired
    Installation installation;

    @Autowired
    EditionReader reader;

    @Autowired
    PageRenderer renderer;

    @Autowired
    PublicData data;

    @Autowired
    PublicViews views;

    @Autowired
    CacheManager caches;

    @Autowired
    Staff staff;

    @Autowired
    PublicWatch watch;

    @Autowired
    PublicFiles files;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private PublicDay day;

    @BeforeEach
    void threeForms() {
        day = new PublicDay(installation, staff, watch, events, transaction, port);
        day.received(SmallRegency.TPS.get(0), 1_731, 50).verified(SmallRegency.TPS.get(3), 2_417, 20);
    }

    /** The files in memory outlive the tables. */
    @AfterEach
    void off() {
        installation.empty();
        watch.look();
    }

    @Test
    void itIsOffUntilSomebodyWhoMayDecidesAndSaysWhoDecided() {
        assertThat(day.admin.get("/api/public-view").body().get("mode").asText())
                .isEqualTo("OFF");
        assertThat(get("/public/progress.json").body()).contains("PUBLIC_VIEW_OFF");

        var incomplete = day.admin.put("/api/public-view", "{\"mode\": \"VERIFIED\", \"office\": \"Bupati\"}");
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.body().get("code").asText()).isEqualTo("PUBLIC_VIEW_INCOMPLETE");
        assertThat(incomplete.body().get("errors").findValuesAsText("field")).containsExactly("decidedBy", "letter");
        var unknown = day.admin.put("/api/public-view", "{\"mode\": \"ALL\", \"depth\": \"RT\"}");
        assertThat(unknown.body().get("errors").findValuesAsText("field")).containsExactly("mode", "depth");

        day.regency.person("rini", "desk", "36.04");
        assertThat(new DeskClient(port, "rini", SmallRegency.PASSWORD)
                        .put("/api/public-view", "{\"mode\": \"OFF\"}")
                        .status())
                .isEqualTo(403);

        var on = day.on(PROGRESS, TPS);
        assertThat(on.status()).isEqualTo(200);
        assertThat(on.body().get("decidedBy").asText()).isEqualTo("Ratu Uji");
        assertThat(on.body().get("files").asInt()).isPositive();
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT details::text FROM desk.audit_entry WHERE action = 'public-view.changed'",
                                String.class))
                .singleElement()
                .asString()
                .contains("Ratu Uji", "100/27/2024", "PROGRESS");
    }

    @Test
    void votesAreNeverPublicBeforeThePollsClose() {
        var early = day.on(RECEIVED_AND_VERIFIED, TPS, ", \"votesNotBefore\": \"2024-11-27T12:59:00+07:00\"");

        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("VOTES_BEFORE_POLLS_CLOSE");
        assertThat(day.on(RECEIVED_AND_VERIFIED, TPS, ", \"votesNotBefore\": \"2024-11-27T13:00:00+07:00\"")
                        .status())
                .isEqualTo(200);
        assertThat(day.on(RECEIVED_AND_VERIFIED, TPS, ", \"votesNotBefore\": \"sore\"")
                        .text())
                .contains("PUBLIC_VIEW_MOMENT");
    }

    @Test
    void theAdministratorLooksAtItSwitchesItOnAndOffAgain() {
        var browser = new Browser(port).signIn("admin", SmallRegency.PASSWORD);
        var setup = browser.get("/setup/publik").body();
        assertThat(setup).contains("Mati. Masyarakat tidak melihat angka apa pun.", "Suara tidak sebelum (WIB)");

        var preview = browser.get("/setup/publik/pratinjau?mode=RECEIVED_AND_VERIFIED&depth=VILLAGE");
        assertThat(preview.body()).contains("PRATINJAU", "4.148", "2.417", "Per kecamatan");
        assertThat(preview.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get("/").body()).as("nothing is public by that").doesNotContain("4.148");

        var fields = Map.of("mode", "RECEIVED_AND_VERIFIED", "depth", "VILLAGE", "decidedBy", "Ratu Uji");
        var refused = browser.submit("/setup/publik", "/setup/publik", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Ratu Uji", "2 isian");

        var complete = Map.of(
                "mode", "RECEIVED_AND_VERIFIED",
                "depth", "VILLAGE",
                "votesNotBefore", "2024-11-27T15:30",
                "decidedBy", "Ratu Uji",
                "office", "Bupati",
                "letter", "100/27");
        assertThat(browser.submit("/setup/publik", "/setup/publik", complete).statusCode())
                .isEqualTo(302);
        assertThat(get("/").body()).contains("4.148");
        assertThat(day.admin
                        .get("/api/public-view")
                        .body()
                        .get("votesNotBefore")
                        .asText())
                .isEqualTo("2024-11-27T15:30:00+07:00");
        assertThat(browser.get("/setup/publik").body())
                .contains("Tayang: Suara masuk dan yang sudah dicocokkan", "Ratu Uji");

        assertThat(browser.submit("/setup/publik", "/setup/publik/mati", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/").body()).doesNotContain("4.148").contains("/masuk");
        assertThat(get("/public/tally/BUPATI.json").body()).contains("PUBLIC_VIEW_OFF");
    }

    @Test
    void peopleFindTheirPollingStationByNameOrCodeWithoutScripts() {
        day.on(RECEIVED_AND_VERIFIED, TPS);

        assertThat(get("/public/cari?q=sindang").body())
                .contains("2 cocok", "/public/wilayah/36.04.05.2002.html", "Sindangmandi", "Sindangsari");
        assertThat(get("/public/cari?q=3604052002002").body())
                .contains("TPS 002", "/public/wilayah/36.04.05.2002.html#t3604052002002");
        assertThat(get("/public/wilayah/36.04.05.2002.html").body()).contains("id=\"t3604052002002\"");
        assertThat(get("/public/cari?q=3604052002099").body())
                .contains("Sindangmandi")
                .doesNotContain("TPS 099");
        assertThat(get("/public/cari?q=%3Cscript%3E").body())
                .contains("Tidak ada yang cocok", "&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(get("/public/cari").body()).contains("Baros", "Pabuaran");
        assertThat(get("/public/cari.html").body()).contains("Baros", "Pabuaran");
        assertThat(get("/public/en/cari?q=baros").body()).contains("lang=\"en\"", "/public/en/wilayah/36.04.05.html");

        day.on(RECEIVED_AND_VERIFIED, DISTRICT);
        assertThat(get("/public/cari?q=3604052002002").body())
                .contains("/public/wilayah/36.04.05.html")
                .doesNotContain("Sindangmandi");
    }

    @Test
    void thePagesReadWithoutScriptsAndLeadDownByLinks() {
        day.on(RECEIVED_AND_VERIFIED, TPS);

        for (var path : List.of("/", "/public/wilayah/36.04.05.html", "/public/wilayah/36.04.05.2003.html")) {
            var page = get(path).body();
            assertThat(page)
                    .as(path)
                    .containsOnlyOnce("<script")
                    .contains("src=\"/public/cari.js\"", "<style>", "Sudah dicocokkan", "href=\"/masuk\"")
                    .doesNotContain("rel=\"stylesheet\"", "@import", "url(");
        }
        assertThat(get("/").body()).contains("href=\"/public/wilayah/36.04.05.html\"");
        assertThat(get("/public/wilayah/36.04.05.html").body())
                .contains("href=\"/public/wilayah/36.04.05.2002.html\"", "href=\"/public/index.html\"");
    }

    /** With a second race, as on most days. */
    @Test
    void noPageOfALargeRegencyWeighsMoreThanFiftyKilobytesWithAllItLoads() {
        day.on(RECEIVED_AND_VERIFIED, TPS);
        installation.asOwner().execute(LARGE);
        installation.asOwner().execute(SECOND_RACE);
        caches.getCacheNames().forEach(name -> caches.getCache(name).clear());

        var edition = reader.read(views.now(), Instant.now());
        var pages = PublicPages.of(edition);
        assertThat(pages).hasSizeGreaterThan(400);
        int loaded =
                data.index(edition).length + files.find("cari.js").orElseThrow().plain().length;
        for (var code : List.of("36.04", "36.04.10", "36.04.10.2001")) {
            var page = pages.stream()
                    .filter(one -> one.place().code().equals(code))
                    .findFirst()
                    .orElseThrow();
            int weight = renderer.page(page, edition.root(), PageRenderer.INDONESIAN, false).length;
            assertThat(weight + loaded).as(code).isBetween(20_000, 50_000);
        }
    }

    private RawHttp.Answer get(String path) {
        return new RawHttp(port).send("GET " + path + " HTTP/1.1");
    }
}
