package id.deskpilkada.fieldapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.BrowserSessions;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The field app on a phone that has lost its network, or that several people use. */
@WholeApplication
class FieldAppInBrowserTests {

    private static final String READY = "() => navigator.serviceWorker.ready.then(one => one.active !== null)";
    private static final String DAY_IS_KEPT =
            "() => import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'))"
                    + ".then(all => all.$part('store.js').store().getAll('day')).then(days => days.length > 0)";
    private static final String WRITE =
            "() => import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'))"
                    + ".then(all => all.$part('store.js').store().put('drafts', {text: 'rahasia Siti'}, 'uji'))";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    BrowserSessions sessions;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        chromium = new Chromium(port);
        installation.empty();
        var round = election.withVoting();
        transactions.write("test", () -> rounds.prepare(round));
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("baros", "Bowo Baros", "tps-officer@" + SmallElection.BAROS_1);
        election.load("contacts", "kind,name,region,phone,confirmed\nAMBULANS,Ambulans 119,36.04,0254 119119,ya\n");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    private Page app(String username) {
        var page = chromium.desktop(username);
        page.setViewportSize(390, 844);
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        page.waitForFunction(READY);
        page.waitForFunction(DAY_IS_KEPT);
        return page;
    }

    @Test
    void theAppOpensWithoutNetworkAndKnowsTheDay() {
        var page = app("siti");
        page.context().setOffline(true);
        page.reload();
        page.locator(".fa-big").waitFor();

        assertThat(page.textContent("h1")).contains("Siti Margasana");
        assertThat(page.textContent(".fa-due")).contains("Pemungutan 10.00", "2 TPS");
        assertThat(page.textContent(".fa-fold")).contains("TPS 001", "Margasana");
        assertThat(page.textContent(".fa-frame")).contains("Tidak ada jaringan");
        page.click(".fa-sos");
        page.locator(".fa-call").first().waitFor();
        assertThat(page.textContent(".fa-numbers")).contains("0254");
        assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("H1");
        chromium.picture(page, "lapangan-nomor");
        assertThat(chromium.failures()).isEmpty();
    }

    @Test
    void oneStaysSignedInForAWeekAlsoWhenTheBrowserIsClosed() {
        var page = app("siti");
        var cookies =
                page.context().cookies().stream().collect(Collectors.toMap(cookie -> cookie.name, Function.identity()));
        assertThat(cookies.get("DESK-SESSION").httpOnly).isTrue();
        assertThat(cookies.get("DESK-SESSION").expires)
                .isCloseTo(Instant.now().plus(Duration.ofDays(7)).getEpochSecond(), within(120.0));
        assertThat(cookies.get("DESK-PERSON").value).isEqualTo(Integer.toString(id("siti")));
    }

    @Test
    void anAddressOfAPlainPageOpensItsScreenWithoutNetwork() {
        var page = app("siti");
        page.context().setOffline(true);
        chromium.open(page, "/lapangan/c1/BUPATI/" + SmallElection.MARGASANA_1 + "?election=pilkada-uji&round=R1");
        page.waitForURL(url -> url.endsWith(
                "#/isi?kind=C1&race=BUPATI&tps=" + SmallElection.MARGASANA_1 + "&election=pilkada-uji&round=R1"));
        page.locator(".fa-frame").waitFor();
    }

    @Test
    void anotherPersonOnThePhoneSeesNothingOfTheFirst() {
        var page = app("siti");
        page.evaluate(WRITE);
        page.click("a[href='#/keluar']");
        page.getByText("Ya, keluar").click();
        page.waitForURL(url -> url.contains("/masuk"));
        page.fill("input[name=username]", "baros");
        page.fill("input[name=password]", People.PASSWORD);
        page.click("main button:visible");
        page.locator(".fa-big").waitFor();
        page.waitForFunction(DAY_IS_KEPT);

        var text = page.textContent("body");
        assertThat(text).contains("Bowo Baros").doesNotContain("Siti").doesNotContain("Margasana");
        var drafts = page.evaluate(WRITE.replaceAll("put\\(.*", "getAll('drafts'))"));
        assertThat(drafts.toString()).isEqualTo("[]");
        var names = page.evaluate("() => indexedDB.databases().then(all => all.map(one => one.name))")
                .toString();
        assertThat(names)
                .as("nothing of the first is deleted")
                .contains("desk-lapangan-" + id("siti"), "desk-lapangan-" + id("baros"));
    }

    @Test
    void afterTheSessionHasEndedTheAppAsksForItAndKeepsWhatThereIs() {
        var page = app("siti");
        sessions.closeAll(id("siti"));
        page.reload();
        page.getByText("Anda perlu masuk lagi").waitFor();
        assertThat(page.textContent("h1")).contains("Siti Margasana");
        assertThat(page.textContent(".fa-due")).contains("Pemungutan 10.00");
        assertThat(page.getAttribute(".fa-notice a.fa-button", "href")).isEqualTo("/masuk?lanjut=%2Flapangan");
    }

    @Test
    void theCodeOfAPrintedFormOpensThatFormAlsoWhenOneMustSignInFirst() {
        var form = "/lapangan#/isi?kind=VOTING&tps=" + SmallElection.MARGASANA_1 + "&slot=10.00";
        var page = chromium.empty();
        page.setViewportSize(390, 844);
        chromium.open(page, form);
        signIn(page, "salah");
        page.getByRole(AriaRole.ALERT).waitFor();
        signIn(page, People.PASSWORD);
        page.waitForURL("**" + form);
        page.locator(".fa-screen form").waitFor();
        assertThat(page.textContent("h1")).contains("10.00");
        assertThat(chromium.failures()).isEmpty();
    }

    private static void signIn(Page page, String password) {
        page.fill("input[name=username]", "siti");
        page.fill("input[name=password]", password);
        page.click("form.sign-in button");
    }

    private Integer id(String username) {
        return installation
                .asOwner()
                .queryForObject("SELECT id FROM desk.staff_member WHERE username = ?", Integer.class, username);
    }
}
