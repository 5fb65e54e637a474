package id.deskpilkada.fieldapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The app's first screen on a telephone, for whoever opens it. */
@WholeApplication
class HomeInBrowserTests {

    private static final String BOTTOM = "one => one.getBoundingClientRect().bottom";

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

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        installation.empty();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var round = election.withVoting(
                now.atZone(SmallElection.ZONE).toLocalDate(),
                List.of(
                        SmallElection.voting("06.00", now.minus(9, ChronoUnit.HOURS), now.minus(8, ChronoUnit.HOURS)),
                        SmallElection.voting("07.30", now.minus(8, ChronoUnit.HOURS), now.minus(7, ChronoUnit.HOURS)),
                        SmallElection.voting("10.00", now.minus(7, ChronoUnit.HOURS), now.minus(6, ChronoUnit.HOURS)),
                        SmallElection.voting("12.00", now.minus(6, ChronoUnit.HOURS), now.minus(5, ChronoUnit.HOURS)),
                        SmallElection.voting("13.30", now.minus(1, ChronoUnit.HOURS), now.plus(1, ChronoUnit.HOURS))));
        transactions.write("test", () -> rounds.prepare(round));
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("sekda", "Sekda Serang", "leader@36.04");
        people.add("camat", "Camat Kramatwatu", "camat@36.04.05");
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    private Page home(String username) {
        var page = chromium.desktop(username);
        page.setViewportSize(390, 844);
        chromium.open(page, "/lapangan");
        page.locator(".fa-place").waitFor();
        return page;
    }

    @Test
    void theButtonsStandOnTheFirstScreenHoweverMuchIsLateAndTheRunningHourComesFirst() {
        var page = home("siti");
        assertThat(page.locator(".fa-due li")).hasCount(3);
        assertThat(page.locator(".fa-due li").first()).containsText("Pemungutan 13.30");
        assertThat(page.locator(".fa-due li").last()).containsText("Pemungutan 10.00");
        assertThat(page.locator(".fa-due-head a")).hasText("Semua (5)");
        chromium.picture(page, "lapangan-beranda");
        assertThat(((Number) page.locator(".fa-alarm").evaluate(BOTTOM)).intValue())
                .isLessThanOrEqualTo(844);
    }

    @Test
    void whoReportsOfNoPollingStationIsOfferedWhatTheyCanDo() {
        for (var username : List.of("sekda", "camat")) {
            var page = home(username);
            assertThat(page.locator(".fa-big a")).hasCount(1);
            assertThat(page.locator(".fa-big a")).containsText("Kejadian");
            assertThat(page.locator(".fa-notice a")).hasAttribute("href", "/mulai");
            assertThat(page.locator("main"))
                    .not()
                    .containsText(java.util.regex.Pattern.compile("Harus dilaporkan|terlalu luas"));
            chromium.picture(page, "lapangan-beranda-" + username);
            for (var screen : List.of("/laporan", "/c1")) {
                page.evaluate("screen => { location.hash = '#' + screen; }", screen);
                assertThat(page.locator("main .fa-notice")).containsText("Anda dapat melaporkan kejadian");
            }
        }
    }

    @Test
    void anAddressThatNamesNoScreenLeadsHome() {
        var page = home("siti");
        for (var nowhere : List.of("constructor", "toString", "/tidak-ada", "%E0%A4%A")) {
            page.evaluate("() => { location.hash = '#/nomor'; }");
            assertThat(page.locator(".fa-big")).hasCount(0);
            page.evaluate("nowhere => { location.hash = '#' + nowhere; }", nowhere);
            assertThat(page.locator(".fa-big")).hasCount(1);
        }
    }

    @Test
    void whileTheListIsFetchedNobodyIsToldThatThereIsNoNetwork() {
        var page = chromium.empty();
        page.setViewportSize(390, 844);
        var held = new CompletableFuture<Route>();
        page.route("**/api/field/day", held::complete);
        chromium.open(page, "/lapangan");
        page.fill("input[name=username]", "siti");
        page.fill("input[name=password]", People.PASSWORD);
        page.click("main button:visible");
        assertThat(page.locator("main .fa-notice")).hasText("Mengunduh daftar TPS Anda …");
        page.unroute("**/api/field/day");
        held.join().resume();
        assertThat(page.locator(".fa-due li")).hasCount(3);
    }
}
