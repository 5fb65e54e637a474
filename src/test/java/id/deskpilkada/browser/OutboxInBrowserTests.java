package id.deskpilkada.browser;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The queue of the field app in a real browser, on whatever line it meets. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxInBrowserTests {

    private static final String PUT = "**/api/field-reports/*";

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

    private VotingDay day;
    private Chromium chromium;
    private Page app;

    @BeforeAll
    void theDay() {
        day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
    }

    @BeforeEach
    void siti() {
        installation.asOwner().execute("TRUNCATE desk.field_report CASCADE");
        chromium = new Chromium(port);
        app = chromium.open(chromium.desktop("siti", VotingDay.PASSWORD), "/lapangan");
        app.setViewportSize(390, 844);
        ready(app);
    }

    @AfterEach
    void close() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @AfterAll
    void empty() {
        installation.empty();
    }

    private void ready(Page page) {
        try {
            page.locator(".fa-outbox-line a")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(45_000));
        } catch (com.microsoft.playwright.TimeoutError missing) {
            throw new AssertionError(
                    page.url() + " says " + page.content() + chromium.failures() + chromium.complaints(), missing);
        }
    }

    /** @param script what is asked of the modules {@code q} (outbox.js), {@code s} (store.js) */
    private static Object ask(Page page, String script) {
        return page.evaluate("async given => { const { $part } = await import('/lapangan-app/' + "
                + "document.documentElement.dataset.version + '/rest.js');"
                + "const part = name => $part(name + '.js'); const [q, s] = ['outbox/outbox', 'store'].map(part); "
                + script + " }");
    }

    private static String hand(Page page, String report) {
        return (String) ask(
                page,
                "return q.hand({report: " + report + ", label: 'Pemungutan TPS 001', round: {kind: 'REGULAR'}});");
    }

    private static String turnout(String tps, String slot, int voters) {
        return VotingDay.tps(tps, slot, "{\"voters\": {\"total\": " + voters + "}}");
    }

    private static void comes(Page page, String count, int number) {
        assertThat(ask(
                        page,
                        "let found = await q.counts();"
                                + "for (let tries = 0; tries < 300 && found." + count + " !== " + number
                                + "; tries++) {"
                                + " await new Promise(then => setTimeout(then, 100)); found = await q.counts(); }"
                                + "return found." + count + ";"))
                .as(count)
                .isEqualTo(number);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> counts(Page page) {
        return (Map<String, Object>) ask(page, "return q.counts();");
    }

    private int stored() {
        return installation.asOwner().queryForObject("SELECT count(*) FROM desk.field_report", Integer.class);
    }

    private static String stopped(Page page) {
        return (String) ask(page, "await q.drain({eager: true}); return q.standing().stopped;");
    }

    @Test
    void sixtyReportsWrittenWithoutNetworkArriveOnceThoughTwoTabsWait() {
        var sent = new AtomicInteger();
        app.context().onRequest(request -> sent.addAndGet(request.method().equals("PUT") ? 1 : 0));
        var other = chromium.open(app.context().newPage(), "/lapangan");
        ready(other);
        app.context().setOffline(true);
        ask(
                app,
                "for (let n = 0; n < 60; n++) await q.hand({label: 'TPS ' + n, round: {kind: 'REGULAR'}, report: {kind: 'VOTING', "
                        + "tps: n % 2 ? '" + MARGASANA_1 + "' : '" + MARGASANA_2
                        + "', slot: '10.00', observedAt: new Date().toISOString(), "
                        + "data: {voters: {total: 1 + n}}}});");
        comes(app, "saved", 60);
        app.locator(".fa-outbox-line:has-text('60 laporan tersimpan di HP')").waitFor();
        assertThat(stored()).isZero();

        app.context().setOffline(false);
        comes(other, "sent", 60);
        assertThat(stored()).isEqualTo(60);
        assertThat(sent).as("no tab sends what the other one sends").hasValue(60);
        dispatcher.drain();
        comes(app, "accepted", 60);
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM (SELECT (payload::json -> 'data' -> 'voters' ->> 'total')::int > lag((payload::json -> 'data' -> 'voters' ->> 'total')::int) "
                                        + "OVER (PARTITION BY tps_code ORDER BY seq) AS grows FROM desk.field_report) o WHERE NOT grows",
                                Integer.class))
                .as("each polling station's reports come in the order in which they were written")
                .isZero();
    }

    @Test
    void aServerThatFailsForAWhileIsAskedAgain() {
        var calls = new AtomicInteger();
        app.route(PUT, route -> {
            if (calls.incrementAndGet() <= 3) {
                route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("<h1>Server Error</h1>"));
            } else {
                route.resume();
            }
        });
        hand(app, turnout(MARGASANA_1, "10.00", 40));
        hand(app, turnout(MARGASANA_2, "10.00", 41));
        comes(app, "sent", 2);
        assertThat(stored()).isEqualTo(2);
        assertThat(calls.get()).isEqualTo(5);
    }

    @Test
    void aHotspotThatAnswersInOurNameChangesNothing() {
        app.route(
                PUT,
                route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("<h1>Selamat datang</h1>")));
        hand(app, turnout(MARGASANA_1, "10.00", 40));
        assertThat(stopped(app)).isNotEqualTo("SIGN_IN");
        assertThat(counts(app)).containsEntry("saved", 1);
        app.unroute(PUT);
        ask(app, "await q.drain({eager: true});");
        comes(app, "sent", 1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aSessionThatHasEndedKeepsTheQueueUntilItsOwnerSignsInAgain() {
        app.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("DESK-SESSION"));
        hand(app, turnout(MARGASANA_1, "10.00", 40));
        assertThat(stopped(app)).isEqualTo("SIGN_IN");
        assertThat(counts(app)).containsEntry("saved", 1);

        chromium.open(app, "/masuk?lanjut=/lapangan");
        app.fill("input[name=username]", "siti");
        app.fill("input[name=password]", VotingDay.PASSWORD);
        app.click("main button:visible");
        ready(app);
        comes(app, "sent", 1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void nothingGoesOutUnderTheNextPersonsSession() {
        var next = app.context().newPage();
        // A tab that asks while somebody signs in would be given a token of its own, and the form's would be none.
        app.route("**/api/**", Route::abort);
        app.context().setOffline(true);
        hand(app, turnout(MARGASANA_1, "10.00", 40));
        app.context().setOffline(false);
        app.context().clearCookies();
        chromium.open(next, "/masuk");
        next.fill("input[name=username]", "sari");
        next.fill("input[name=password]", VotingDay.PASSWORD);
        next.click("main button:visible");
        next.waitForURL(url -> !url.contains("/masuk"));
        chromium.open(next, "/lapangan");
        ready(next);
        app.unroute("**/api/**");

        assertThat(stopped(app)).isEqualTo("OTHER_PERSON");
        assertThat(stored()).isZero();
        next.evaluate("location.hash = '#/antrean'");
        next.locator("text=milik Siti").waitFor();
        assertThat(counts(next)).containsEntry("saved", 0);
    }

    @Test
    void whatIsRefusedStaysWithItsReasonUntilItIsMendedOrSetAside() {
        app.context().setOffline(true);
        var taken = hand(app, turnout(MARGASANA_1, "10.00", 40));
        hand(app, turnout(MARGASANA_2, "25.00", 40));
        hand(app, turnout(BAROS_1, "10.00", 40));
        assertThat(day.client("siti")
                        .put("/api/field-reports/" + taken, turnout(MARGASANA_1, "10.00", 39))
                        .status())
                .isEqualTo(201);
        app.context().setOffline(false);
        comes(app, "refused", 3);
        assertThat(ask(app, "return (await q.take('" + taken + "')).state;")).isEqualTo("CONFLICT");

        app.evaluate("location.hash = '#/antrean'");
        app.locator(".fa-outbox-refused .fa-outbox-entry").nth(2).waitFor();
        chromium.picture(app, "antrean-ditolak");
        assertThat(app.textContent(".fa-outbox-refused"))
                .contains(
                        "sudah dipakai untuk laporan lain", "tidak (lagi) bertugas", "isian yang belum benar", "25.00");
        assertThat(app.locator("a[href='#/isi?repair=" + taken + "']").count()).isEqualTo(1);
        app.locator("button:has-text('Salin sebagai pesan')").last().click();
        assertThat(app.inputValue(".fa-outbox-message textarea")).contains(MARGASANA_1, "40");
        app.locator("button:has-text('Tidak perlu lagi')").last().click();
        app.click("button:has-text('Ya, tidak perlu')");
        comes(app, "refused", 2);
        app.click("button:has-text('Kembalikan')");
        comes(app, "refused", 3);
        assertThat(app.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void aBrowserKilledBetweenSendingAndAnswerSendsTheSameAgain() {
        app.route(PUT, route -> {
            route.fetch();
            route.abort();
        });
        app.context().setOffline(false);
        var id = hand(app, turnout(MARGASANA_1, "10.00", 40));
        app.waitForCondition(() -> stored() == 1);
        var again = app.context().newPage();
        app.close();
        chromium.open(again, "/lapangan");
        ready(again);
        comes(again, "sent", 1);
        assertThat(stored()).isEqualTo(1);
        assertThat(ask(again, "return (await q.take('" + id + "')).answer.receipt;"))
                .isEqualTo(day.client("siti")
                        .get("/api/field-reports/" + id)
                        .body()
                        .path("receipt")
                        .asText());
    }

    @Test
    void aFullPhoneMakesRoomOfWhatTheServerHasAndElseSaysSo() {
        var room =
                """
                const put = IDBObjectStore.prototype.add;
                IDBObjectStore.prototype.add = function (...all) {
                  if (this.name !== 'outbox' || window.emptied) { return put.apply(this, all); }
                  this.transaction.abort();
                  throw new DOMException('full', 'QuotaExceededError');
                };
                const drop = IDBCursor.prototype.delete;
                IDBCursor.prototype.delete = function () { window.emptied = window.mayEmpty; return drop.call(this); };
                const photo = (sha256, state) => s.store().put('photos', {sha256, state});
                await photo('a', 'SENT'); await photo('b', 'WAITING');
                """;
        ask(app, room + "window.mayEmpty = true;");
        hand(app, turnout(MARGASANA_1, "10.00", 40));
        assertThat(ask(app, "return (await s.store().getAllKeys('photos')).join();"))
                .isEqualTo("b");
        comes(app, "sent", 1);

        assertThat(ask(
                        app,
                        "window.emptied = false; window.mayEmpty = false; return q.hand({report: "
                                + turnout(MARGASANA_2, "10.00", 77)
                                + ", label: 'TPS 002', round: {}}).catch(e => e.name + ' ' + e.text);"))
                .asString()
                .startsWith("NoRoom")
                .contains(MARGASANA_2, "77");
        app.locator(".fa-outbox-line:has-text('HP penuh')").waitFor();
        ask(app, "await s.store().delete('photos', 'b');");
    }

    @Test
    void waitsGrowEndAndNeverLastADayBecauseAClockWasSetBack() {
        assertThat(
                        app.evaluate(
                                """
                        async () => {
                          const w = (await import('/lapangan-app/' + document.documentElement.dataset.version + '/rest.js')).$part('outbox/wait.js');
                          const day = 86400000;
                          return [w.wait(1, () => 0), w.wait(1, () => 1), w.wait(2, () => 0), w.wait(99, () => 0), w.told('7'), w.told(null),
                            w.told('99999'), w.isDue(null, 5), w.isDue(2000, 1999), w.isDue(2000, 2000), w.isDue(day, 1000),
                            w.until([], 0), w.until([5000, 3000], 1000)].join();
                        }"""))
                .isEqualTo("2000,1000,4000,60000,7000,,300000,true,false,true,true,,2000");
    }

    @Test
    void withoutLocksANoteWithAnEndKeepsTheTurn() {
        assertThat(
                        ask(
                                app,
                                """
                        const t = await part('outbox/turn');
                        const lease = until => s.store().put('notes', {owner: 'another tab', until}, 'outbox.lease');
                        const turn = () => t.byLease(s.store(), async held => { window.worked = held(); });
                        const found = [];
                        await lease(Date.now() + 20000); found.push(await turn());
                        await lease(Date.now() - 1); found.push(await turn(), window.worked);
                        await lease(Date.now() + 86400000); found.push(await turn());
                        found.push(await s.store().get('notes', 'outbox.lease'));
                        return found.join();
                        """))
                .isEqualTo("false,true,true,true,");
    }
}
