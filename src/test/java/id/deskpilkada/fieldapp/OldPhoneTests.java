package id.deskpilkada.fieldapp;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.fieldreport.PhotoFiles;
import id.deskpilkada.voting.VotingDay;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The app in a browser from which everything is taken that Chromium 90 or Safari 15.0 does not have. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldPhoneTests {

    private static final int REPORTS = 12;
    private static final String DRAFT_IS_KEPT =
            "() => import('/lapangan-app/' + document.documentElement.dataset.version + '/rest.js')"
                    + ".then(all => all.$part('store.js').store().getAll('drafts')).then(all => /120.*[0-9a-f]{64}/.test(JSON.stringify(all)))";

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

    private Chromium chromium;
    private Page app;

    @BeforeAll
    void theDay() {
        var day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
    }

    @BeforeEach
    void aPhone() {
        installation.asOwner().execute("TRUNCATE desk.field_report CASCADE");
        chromium = new Chromium(port);
        app = chromium.desktop("siti", VotingDay.PASSWORD);
        app.setViewportSize(390, 844);
    }

    @AfterEach
    void putDown() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @AfterAll
    void empty() {
        installation.empty();
    }

    /** @param screen behind the {@code #} */
    private Page old(Page page, String screen) throws IOException {
        page.addInitScript(Construct.all().stream()
                .filter(one -> !one.taken().isEmpty())
                .map(one -> "try { " + one.taken() + " } catch (e) { /* It was not there. */ }")
                .collect(Collectors.joining("\n", "{", "}")));
        chromium.open(page, "/lapangan#" + screen);
        page.reload();
        page.locator(".fa-outbox-line a").waitFor();
        assertThat(
                        page.evaluate(
                                "[navigator.locks, navigator.storage, window.BroadcastChannel, crypto.randomUUID,"
                                        + " window.structuredClone, [].at, Object.hasOwn, AbortSignal.timeout].every(one => one === undefined)"))
                .as("it is old")
                .isEqualTo(true);
        return page;
    }

    private int stored() {
        return installation.asOwner().queryForObject("SELECT count(*) FROM desk.field_report", Integer.class);
    }

    @Test
    void eachReportIsSentOnceThoughTwoTabsWait() throws IOException {
        var sent = new AtomicInteger();
        app.context().onRequest(request -> sent.addAndGet(request.method().equals("PUT") ? 1 : 0));
        old(app, "/antrean");
        var other = old(app.context().newPage(), "/antrean");
        app.context().setOffline(true);
        app.evaluate(
                """
                async ([reports, ...tps]) => {
                  const { hand } = (await import('/lapangan-app/' + document.documentElement.dataset.version + '/rest.js')).$part('outbox/outbox.js');
                  for (let n = 0; n < reports; n++) {
                    await hand({ label: 'TPS', round: { kind: 'REGULAR' }, report: { kind: 'VOTING', tps: tps[n % 2], slot: '10.00',
                      observedAt: new Date().toISOString(), data: { voters: { total: 1 + n } } } });
                  }
                }""",
                new Object[] {REPORTS, MARGASANA_1, MARGASANA_2});
        other.locator(".fa-outbox-saved .fa-outbox-entry").nth(REPORTS - 1).waitFor();
        assertThat(stored()).isZero();

        app.context().setOffline(false);
        other.locator(".fa-outbox-sent .fa-outbox-entry").nth(REPORTS - 1).waitFor();
        assertThat(stored()).isEqualTo(REPORTS);
        assertThat(sent).as("no tab sends what the other one sends").hasValue(REPORTS);
    }

    @Test
    void aFormAndItsPhotoAreWrittenWithoutNetworkAndArrive() throws IOException {
        old(app, "/isi?kind=C1&race=BUPATI&tps=" + MARGASANA_1);
        app.locator(".fa-send").waitFor();
        app.waitForFunction("() => navigator.serviceWorker.ready.then(one => one.active !== null)");
        app.context().setOffline(true);
        app.fill("[id='f-votes.1']", "120");
        app.setInputFiles(
                "input[multiple]", new FilePayload("c1.jpg", "image/jpeg", PhotoFiles.jpegHeld(6, 1200, 900)));
        app.locator(".fa-photo-list img").waitFor();
        app.waitForFunction("() => [...document.images].every(one => one.naturalWidth > 0)");
        assertThat(app.evaluate("[...document.images].map(one => [one.naturalWidth, one.naturalHeight]).join()"))
                .as("upright")
                .isEqualTo("900,1200");
        chromium.picture(app, "lapangan-hp-lama");
        app.waitForFunction(DRAFT_IS_KEPT);

        app.reload();
        app.locator(".fa-photo-list img").waitFor();
        assertThat(app.inputValue("[id='f-votes.1']")).isEqualTo("120");
        app.click(".fa-send button");
        app.locator("main >> text=Tersimpan di HP").waitFor();
        assertThat(stored()).isZero();

        app.context().setOffline(false);
        app.locator("main >> text=Terkirim").waitFor();
        assertThat(stored()).isEqualTo(1);
        app.evaluate("location.hash = '#/antrean'");
        app.locator("text=1 foto terkirim").waitFor();
        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM photo_link", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void aBrowserThatIsTooOldForTheAppIsLedToThePlainPages() {
        app.addInitScript("delete Blob.prototype.arrayBuffer");
        chromium.open(app, "/lapangan");
        app.waitForURL(url -> url.endsWith("/lapangan/daftar"));
        app.locator("h1").waitFor();
    }
}
