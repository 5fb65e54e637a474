package id.deskpilkada.field;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What networks, proxies and phones do to a queue that nobody at the desk would think of. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeAnswersTests {

    private static final String API = "**/api/**";
    private static final String PUT = "**/api/field-reports/*";
    /** Minutes. */
    private static final int HOUR = 60;

    private static final String LONG_AGO = "Tue, 01 Jan 2019 00:00:00 GMT";

    @LocalServerPort
    int port;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    Dispatcher dispatcher;

    private Phones phones;

    @BeforeAll
    void day() {
        var day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
        phones = new Phones(port);
    }

    @BeforeEach
    void begin() {
        installation.asOwner().execute("TRUNCATE desk.field_report CASCADE");
    }

    @AfterEach
    void putDown() {
        var failures = List.copyOf(phones.failures());
        phones.putDown();
        assertThat(failures).isEmpty();
    }

    @AfterAll
    void close() {
        phones.close();
        installation.empty();
    }

    private List<String> ledger() {
        return installation
                .asOwner()
                .queryForList("SELECT id::text FROM desk.field_report ORDER BY id::text", String.class);
    }

    private static String turnout(String tps, int voters) {
        return VotingDay.tps(tps, "10.00", "{\"voters\": {\"total\": " + voters + "}}");
    }

    private static void answers(Page page, String where, int status, String type, String body, String... header) {
        page.route(
                where,
                route -> route.fulfill(new FulfillOptions()
                        .setStatus(status)
                        .setContentType(type)
                        .setHeaders(
                                header.length == 0
                                        ? Map.of("Content-Type", type, "Date", LONG_AGO)
                                        : Map.of("Content-Type", type, header[0], header[1]))
                        .setBody(body)));
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, Wi-Fi minta masuk dulu",
        "302, text/html, Wi-Fi minta masuk dulu",
        "401, text/html, Wi-Fi minta masuk dulu",
        "511, text/html, Wi-Fi minta masuk dulu",
        "403, text/html, 1 ditolak jaringan ini",
        "413, text/html, 1 ditolak jaringan ini",
        "431, text/plain, 1 ditolak jaringan ini",
        "408, text/html, menunggu sinyal",
        "200, application/json, menunggu sinyal"
    })
    void whoeverAnswersInTheDesksNameIsNotTheDesk(int status, String type, String words) {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        var clock = page.evaluate("() => Math.round(desk.clock.offset() / 60000)");
        answers(
                page,
                API,
                status,
                type,
                type.endsWith("json") ? "{\"id\": \"" : "<h1>Selamat datang di Wi-Fi Hotel</h1>",
                status == 302 ? new String[] {"Location", "/hotspot"} : new String[0]);
        var id = waiting.hand(turnout(MARGASANA_1, 40));
        waiting.says("1 laporan tersimpan di HP, " + words);
        page.evaluate(
                "async () => { const part = await import('/lapangan-app/' + document.documentElement.dataset.version + '/day.js'); await part.refresh(); }");
        assertThat(page.evaluate("() => Math.round(desk.clock.offset() / 60000)"))
                .as("minutes between the clocks")
                .isEqualTo(clock);
        page.reload();
        phones.ready(page);
        page.evaluate("() => { location.hash = '#/'; }");
        page.getByText("Harus dilaporkan sekarang").waitFor();
        assertThat(page.innerText("#app")).doesNotContain("tidak beres").doesNotContain("perlu masuk lagi");
        assertThat(ledger()).isEmpty();

        page.unroute(API);
        waiting.goOn();
        waiting.says("1 laporan terkirim");
        assertThat(ledger()).containsExactly(id);
    }

    @Test
    void whatANetworkRefusesIsTriedSeldomAndItsOwnerKnowsWhatToDo() {
        var page = phones.of("siti", phone -> phone.clock().install());
        var waiting = new Waiting(page);
        var tries = new AtomicInteger();
        page.route(PUT, route -> {
            if (route.request().postData().contains(MARGASANA_1)) {
                tries.incrementAndGet();
                route.fulfill(new FulfillOptions()
                        .setStatus(413)
                        .setContentType("text/html")
                        .setBody("<h1>Request Entity Too Large</h1>"));
            } else {
                route.resume();
            }
        });
        var held = waiting.hand(turnout(MARGASANA_1, 40));
        var other = waiting.hand(turnout(MARGASANA_2, 41));
        waiting.says("1 laporan tersimpan di HP, 1 ditolak jaringan ini");
        assertThat(ledger()).as("one does not hold up the others").containsExactly(other);

        for (int minute = 0; minute < HOUR; minute++) {
            waiting.calm();
            page.clock().fastForward(60_000);
        }
        waiting.calm();
        assertThat(tries.get()).as("tries in an hour").isBetween(10, HOUR / 2 + 10);
        assertThat(waiting.queue())
                .contains(
                        "Pakai jaringan lain: matikan Wi-Fi dan pakai data seluler",
                        "Ditolak di jalan oleh jaringan ini (kode 413), bukan oleh desk",
                        "Salin sebagai pesan")
                .doesNotContain("Belum ada sinyal");
        assertThat(page.locator(".fa-outbox-summary a[href='#/nomor']").count()).isOne();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/antrean-ditolak-jaringan.png"))
                .setFullPage(true));

        page.unroute(PUT);
        page.click("button:has-text('Kirim sekarang')");
        waiting.says("2 laporan terkirim");
        assertThat(ledger()).containsExactlyInAnyOrder(held, other);
    }

    @Test
    void whoIsAskedToWaitWaitsExceptWithACallForHelp() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        answers(
                page,
                PUT,
                429,
                "application/problem+json",
                "{\"code\": \"TOO_MANY_REPORTS\", \"detail\": \"Tunggu 240 detik\"}",
                "Retry-After",
                "240");
        waiting.hand(turnout(MARGASANA_1, 40));
        waiting.says("1 laporan tersimpan di HP, menunggu giliran");
        waiting.calm();
        page.unroute(PUT);
        waiting.hand(turnout(MARGASANA_2, 41));
        waiting.says("2 laporan tersimpan di HP, menunggu giliran");
        waiting.calm();
        assertThat(ledger()).isEmpty();

        var help = waiting.hand(
                "{\"kind\": \"INCIDENT\", \"tps\": \"%s\", \"observedAt\": \"%s\", \"data\": {\"needsAmbulance\": true}}"
                        .formatted(MARGASANA_1, Instant.now()));
        waiting.queue();
        page.locator(".fa-outbox-sent .fa-outbox-entry").waitFor();
        assertThat(ledger()).containsExactly(help);
        waiting.says("2 laporan tersimpan di HP, menunggu giliran");
    }

    @Test
    void whatWasMendedIsNotMendedTwice() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        var id = waiting.hand(turnout(MARGASANA_1, 4_000));
        waiting.says("1 laporan ditolak: perbaiki");
        waiting.queue();
        page.click(".fa-outbox-ways a:has-text('Perbaiki')");
        page.locator("[id='f-voters.total']").fill("400");
        page.click("main button[type=submit]");
        waiting.says("1 laporan terkirim");
        assertThat(ledger()).hasSize(1).doesNotContain(id);

        assertThat(waiting.wholeQueue(2)).contains("Sudah diperbaiki dan dikirim sebagai laporan baru");
        assertThat(page.locator("button:has-text('Kembalikan')").count()).isZero();
        page.evaluate("id => { location.hash = '#/isi?repair=' + id; }", id);
        page.getByText("Laporan ini sudah Anda perbaiki dan kirim lagi.").waitFor();
        assertThat(page.locator("main button[type=submit]").count()).isZero();
    }

    @Test
    void aPhoneThatClearsWhatWaitsTellsItsOwner() {
        var page = phones.of("siti");
        var waiting = new Waiting(page);
        page.context().setOffline(true);
        waiting.hand(3);
        waiting.says("3 laporan tersimpan di HP, menunggu sinyal");
        assertThat(waiting.queue()).contains("Bila HP kehabisan ruang");

        cleared(page.context(), page);
        page.context().setOffline(false);
        var after = new Waiting(phones.open(page.context()));
        after.says("HP menghapus 3 laporan yang belum terkirim");
        assertThat(ledger()).isEmpty();
    }

    /** As a phone does that runs short: everything of the site but its cookies. */
    private void cleared(BrowserContext phone, Page page) {
        page.route(API, Route::abort);
        page.navigate("about:blank");
        var what = new JsonObject();
        what.addProperty("origin", phones.root());
        what.addProperty("storageTypes", "indexeddb,local_storage,cache_storage,service_workers");
        var other = phone.newPage();
        phone.newCDPSession(other).send("Storage.clearDataForOrigin", what);
    }

    @Test
    void twoPeopleTakeTurnsOnOnePhoneAndEachReportIsItsOwners() {
        var page = phones.of("siti");
        var first = new Waiting(page);
        page.route(PUT, Route::abort);
        var hers = first.hand(turnout(MARGASANA_1, 40));
        first.says("1 laporan tersimpan di HP");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("DESK-SESSION"));
        page.close();
        var second = phones.signIn(page.context(), "sari");
        var his = new Waiting(second).hand(turnout(MARGASANA_2, 50));
        new Waiting(second).says("1 laporan terkirim");
        second.close();
        new Waiting(phones.signIn(page.context(), "siti")).says("1 laporan terkirim");
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT s.username || ' ' || r.id FROM desk.field_report r JOIN desk.staff_member s ON s.id = r.reporter_id ORDER BY r.seq",
                                String.class))
                .containsExactly("sari " + his, "siti " + hers);
    }
}
