package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.signin.Secrets;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.page.TierStandings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody arrives where their work is, and finds back there from every page. */
@WholeApplication
class StartPageTests {

    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    TierDay tiers;

    @Autowired
    TierStandings standings;

    @Autowired
    IncidentDay incidents;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "tps-officer@3604052002001, /lapangan",
        "village-admin@36.04.05.2002, /lapangan",
        "district-admin@36.04.05, /lapangan",
        "district-verifier@36.04.05, /camunda/app/tasklist/",
        "camat@36.04.05, /desk",
        "leader@36.04, /desk/ringkas",
        "desk@36.04, /desk",
        "liaison@36.04, /desk",
        "supervisor@36.04, /desk",
        "health@36.04, /kesehatan",
        "agency-bpbd@36.04, /instansi",
        "helpdesk@36.04, /bantuan-akun"
    })
    void eachRoleArrivesWhereItsWorkIs(String grant, String home) {
        installation.empty();
        election.started();
        var browser = signedIn(grant);

        assertThat(start(browser)).isEqualTo(home);
        var arrived = browser.get(home);
        assertThat(arrived.statusCode()).as(arrived.body()).isIn(200, 302);
        assertThat(arrived.headers().firstValue("Location").orElse("")).doesNotContain("/masuk");
    }

    @Test
    void whoeverSetsUpDoesSoUntilARoundRuns() {
        installation.empty();
        election.prepared();
        var admin = new Browser(port).signIn("admin", "rahasia-admin-uji");
        var technician = signedIn("it-admin@36.04");
        assertThat(start(admin)).isEqualTo("/setup");
        assertThat(start(technician)).isEqualTo("/setup");

        rounds.start(election.round().id());

        assertThat(start(admin)).isEqualTo("/desk");
        assertThat(start(technician)).isEqualTo("/desk");
    }

    @Test
    void whoeverReportsArrivesAtTheFormOfTheHour() {
        installation.empty();
        var round = election.withVoting();
        transactions.write("test", () -> rounds.prepare(round));
        var about = "&election=" + round.electionCode() + "&round=" + round.code();
        var slot = "?kind=VOTING&slot=10.00";

        var village = signedIn("village-admin@36.04.05.2002");
        assertThat(start(village)).as("several TPS").isEqualTo("/lapangan#/desa" + slot + about);
        assertThat(start(signedIn("tps-officer@" + SmallElection.MARGASANA_1)))
                .as("one TPS")
                .isEqualTo("/lapangan#/isi" + slot + "&tps=" + SmallElection.MARGASANA_1 + about);
        var plain = "/lapangan/pemungutan?" + about.substring(1);
        var district = signedIn("district-admin@36.04.05");
        assertThat(start(district)).as("more than a telephone shows").isEqualTo(plain);
        assertThat(district.get(plain).body()).contains("10.00");
        assertThat(start(signedIn("desk@36.04")))
                .as("takes reports down for others")
                .isEqualTo("/desk");
        theAppOpensTheForm("tps-officer");
        installation.asOwner().update("UPDATE desk.expected_report SET state = 'RECEIVED' WHERE slot = '10.00'");
        installation.asOwner().update("UPDATE desk.expected_report SET state = 'RECEIVED' WHERE slot = '07.30'");
        assertThat(start(village)).as("everything is sent").isEqualTo("/lapangan");
    }

    private void theAppOpensTheForm(String username) {
        try (var chromium = new Chromium(port)) {
            var page = chromium.desktop(username);
            page.waitForURL("**/lapangan#/isi?**");
            page.locator(".fa-screen form").waitFor();
            assertThat(page.textContent("h1")).contains("10.00");
            assertThat(chromium.failures()).isEmpty();
        }
    }

    @Test
    void whoseSignatureIsMissingArrivesAtTheReport() {
        tiers.begin();
        var district = tiers.compiled(TierDay.EVENING, TierDay.KRAMATWATU);
        var regency = tiers.compiled(TierDay.EVENING, TierDay.REGENCY);
        standings.stand(TierDay.EVENING, TierDay.KRAMATWATU, "SIGNING", JUST_NOW);
        standings.stand(TierDay.EVENING, TierDay.REGENCY, "CHECKING", JUST_NOW);

        assertThat(start(browser("camat"))).isEqualTo("/desk/laporan/" + district.id());
        assertThat(start(browser("camat-baros"))).isEqualTo("/desk");
        assertThat(start(browser("sekda"))).isEqualTo("/desk/ringkas");
        assertThat(start(browser("desk"))).isEqualTo("/desk");
        standings.stand(TierDay.EVENING, TierDay.REGENCY, "SIGNING", JUST_NOW);
        assertThat(start(browser("sekda"))).isEqualTo("/desk/laporan/" + regency.id());
        assertThat(start(browser("siti"))).as("the polls are closed").isEqualTo("/lapangan");
        aBrowserIsLedThere("camat", "/desk/laporan/" + district.id());
    }

    /** And back again by the name at the head of the page. */
    private void aBrowserIsLedThere(String username, String path) {
        try (var chromium = new Chromium(port)) {
            var page = chromium.desktop(username);
            page.waitForURL("**" + path);
            chromium.open(page, "/sesi");
            page.click("a.brand");
            page.waitForURL("**" + path);
            assertThat(chromium.failures()).isEmpty();
        }
    }

    @Test
    void whileLifeIsInDangerTheDeskArrivesAtTheBoard() {
        incidents.begin();
        assertThat(start(browser(IncidentDay.DESK))).isEqualTo("/desk");

        incidents.report(
                port,
                IncidentDay.REPORTER,
                SmallElection.MARGASANA_1,
                "{\"category\":\"HEALTH\",\"description\":\"Ketua KPPS pingsan\",\"needsAmbulance\":true}");

        assertThat(start(browser(IncidentDay.DESK))).isEqualTo("/desk/kejadian");
        assertThat(start(browser(IncidentDay.CAMAT))).as("judges no incidents").isEqualTo("/desk");
    }

    @Test
    void theNameAtTheHeadOfAPageLeadsToOnesOwnWork() {
        installation.empty();

        assertThat(signedIn("desk@36.04").get("/sesi").body()).contains("class=\"brand\" href=\"/mulai\"");
        assertThat(new Browser(port).get("/masuk").body()).contains("class=\"brand\" href=\"/\"");
        assertThat(new Browser(port).get("/mulai").headers().firstValue("Location"))
                .hasValue("/masuk?lanjut=%2Fmulai");
    }

    private Browser signedIn(String grant) {
        var username = grant.replaceFirst("@.*", "");
        new People(staff, secrets).add(username, "Orang", grant);
        return browser(username);
    }

    private Browser browser(String username) {
        return new Browser(port).signIn(username, People.PASSWORD);
    }

    private static String start(Browser browser) {
        return browser.get("/mulai").headers().firstValue("Location").orElse("no redirect");
    }
}
