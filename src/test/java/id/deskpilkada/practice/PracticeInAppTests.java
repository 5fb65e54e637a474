package id.deskpilkada.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Practice on a phone: begun by a tap, said on every screen, ended by a tap or by itself. */
@WholeApplication
class PracticeInAppTests {

    private static final String BAND = ".fa-practice-band";
    private static final String FORGOTTEN =
            "() => import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'))"
                    + ".then(all => all.$part('store.js').store().put('notes', Date.now() - 13 * 3600000, 'practice.since'))";

    private static final String COUNT_MOVES =
            "() => { window.moves = 0; addEventListener('hashchange', () => { window.moves++; }); }";

    /** Until the forms of the practice lie on the phone and everything that waited for them has gone on. */
    private static final String FORMS_ARE_KEPT =
            """
            async () => {
              const all = await import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'));
              await all.$part('day.js').refresh();
              await new Promise(then => setTimeout(then));
            }""";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void aPracticeIsOpen() {
        chromium = new Chromium(port);
        installation.empty();
        election.withVoting();
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("dewi", "Dewi Desk", "desk@36.04");
        assertThat(new DeskClient(port, "dewi", People.PASSWORD)
                        .post("/api/practice", "{}")
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void practiceIsSaidOnEveryScreenAndEnds() {
        var page = chromium.desktop("siti");
        page.setViewportSize(390, 844);
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        assertThat(page.locator(BAND).count()).isZero();

        begin(page);
        page.evaluate("() => { location.hash = '#/laporan'; }");
        page.locator(".fa-screen h1").waitFor();
        assertThat(page.locator(BAND).innerText()).contains("LATIHAN", "GLADI-1");
        page.locator(BAND + " button").click();
        gone(page);

        begin(page);
        page.evaluate(FORGOTTEN);
        page.reload();
        page.locator(".fa-screen h1").waitFor();
        gone(page);
    }

    /** A line on which the forms take as long as they like. */
    @Test
    void whoGoesElsewhereBeforeTheFormsHaveComeStaysThere() {
        var page = chromium.handset("siti");
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        var forms = new CompletableFuture<Route>();
        page.route("**/api/field/forms?*round=GLADI-1", forms::complete);
        begin(page);
        page.waitForCondition(forms::isDone);
        page.evaluate("() => { location.hash = '#/nomor'; }");
        page.locator("main h1:has-text('Nomor')").waitFor();
        page.evaluate(COUNT_MOVES);
        page.waitForResponse(
                "**/api/field/forms?*round=GLADI-1", () -> forms.join().resume());
        page.unrouteAll();
        page.evaluate(FORMS_ARE_KEPT);
        assertThat(page.evaluate("window.moves")).isEqualTo(0);
        assertThat(page.url()).endsWith("#/nomor");
        assertThat(page.locator(BAND).count()).isOne();
    }

    private static void begin(Page page) {
        page.evaluate("() => { location.hash = '#/latihan'; }");
        page.getByText("Mulai latihan GLADI-1").click();
        page.locator(BAND).waitFor();
    }

    private static void gone(Page page) {
        page.waitForFunction("() => !document.querySelector('.fa-practice-band')");
    }
}
