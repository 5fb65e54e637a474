package id.deskpilkada.dictation;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.CountingWork;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody with a telephone at the ear: everything by keyboard, nothing lost when the server is away. */
@WholeApplication
class DictationInBrowserTests {

    private static final int STATIONS = 10;
    private static final double PATIENCE = 20_000;
    private static final String REPORTS = "**/api/field-reports/*";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    CountingWork counting;

    @Autowired
    List<RoundPreparation> preparations;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    Dispatcher dispatcher;

    @LocalServerPort
    int port;

    Chromium chromium;
    Page page;

    @BeforeEach
    void aVillageWithTenTps() {
        installation.empty();
        election.prepared();
        var stations = new StringBuilder("kode_tps,alamat\n");
        for (int number = 1; number <= STATIONS; number++) {
            stations.append(tps(number)).append(",Balai desa\n");
        }
        election.load("polling-stations", stations.toString());
        var round = election.round();
        rounds.start(round.id());
        boolean more = true;
        while (more) {
            more = counting.openNext(round);
        }
        Scope.system("uji", () -> preparations.forEach(preparation -> preparation.prepare(election.round())));
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("udin", "Udin Kramatwatu", "district-admin@36.04.05");
        chromium = new Chromium(port);
        page = chromium.desktop("udin");
    }

    @AfterEach
    void close() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    private static String tps(int number) {
        return "3604052002%03d".formatted(number);
    }

    @Test
    void tenCheckInsAndTwoFormsC1AreTypedWithoutEverTouchingTheMouse() {
        open("/desk/masukkan?kind=VOTING&slot=10.00");
        type("marga 1");
        press("Enter");
        focused("data-teller");
        type("sit");
        press("Enter");
        for (int number = 1; number <= STATIONS; number++) {
            stands("TPS %03d Margasana".formatted(number));
            press("Enter");
            for (var digits : List.of(20 + number, 20, 40 + number)) {
                type(Integer.toString(digits));
                press("Enter");
            }
            press("1");
            if (number == STATIONS) {
                chromium.picture(page, "masukkan-pantauan");
            }
            press("Control+Enter");
            handed(number);
        }
        assertThat(page.locator("[data-fault]").first().innerText()).contains("Semua TPS Margasana");
        chromium.picture(page, "masukkan-sepuluh");

        for (int number = 1; number <= 2; number++) {
            type(tps(number) + " c1 bupati");
            press("Enter");
            stands("TPS %03d Margasana".formatted(number));
            press("F9");
            focused("data-teller");
            type("Linmas Pak Adi");
            press("Enter");
            stands("TPS %03d Margasana".formatted(number));
            press("1");
            press("Enter");
            for (var digits : List.of("150", "150", "300", "120", "80", "200")) {
                type(digits);
                press("Enter");
            }
            chromium.picture(page, "masukkan-c1");
            press("Control+Enter");
            handed(STATIONS + number);
            press("F2");
        }

        dispatcher.drain();
        chromium.open(page, "/desk/kertas?kind=C1&slot=C1&race=BUPATI&region=36.04.05.2002");
        chromium.picture(page, "kertas");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        var owner = installation.asOwner();
        assertThat(owner.queryForList(
                        "SELECT tps_code FROM desk.expected_report WHERE kind = 'VOTING' AND slot = '10.00' AND state IN ('RECEIVED', 'LATE') ORDER BY 1",
                        String.class))
                .hasSize(STATIONS)
                .startsWith(MARGASANA_1);
        assertThat(owner.queryForList(
                        "SELECT DISTINCT source || ' ' || r.username || ' ' || e.username FROM desk.field_report f JOIN desk.staff_member r ON r.id = f.reporter_id JOIN desk.staff_member e ON e.id = f.entered_by_id WHERE kind = 'VOTING'",
                        String.class))
                .containsExactly("PHONE siti udin");
        assertThat(owner.queryForList(
                        "SELECT (payload::jsonb ->> 'onBehalfOf') || ' ' || (payload::jsonb #>> '{data,dpt,total}') FROM desk.field_report WHERE kind = 'C1'",
                        String.class))
                .hasSize(2)
                .allMatch("Linmas Pak Adi 300"::equals);
    }

    @Test
    void whatATpsHasToldIsShownFirstAndNothingIsLostWhileTheServerIsAway() {
        open("/desk/masukkan?kind=VOTING&slot=10.00&tps=" + tps(1) + "&source=RADIO");
        focused("data-teller");
        type("Adi");
        press("Enter");
        stands("TPS 001 Margasana");
        page.route("**/api/field-reports/*", route -> route.abort());
        calm();
        patiently(page.locator("[data-sent] li[data-state=WAITING]")).hasCount(1);
        stands("TPS 002 Margasana");

        page.unroute("**/api/field-reports/*");
        handed(1);
        dispatcher.drain();
        patiently(page.locator("[data-sent] li[data-state=ACCEPTED]")).hasCount(1);
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT source || ' ' || (payload::jsonb ->> 'onBehalfOf') FROM desk.field_report",
                                String.class))
                .containsExactly("RADIO Adi (tanpa akun)");

        press("F2");
        type("marga 1");
        press("Enter");
        stands("TPS 001 Margasana");
        patiently(page.locator("[data-told]").first()).containsText("lewat radio (Udin Kramatwatu)");
        calm();
        patiently(page.locator("[data-told]").first()).containsText("sekali lagi");
        handed(1);
        press("Control+Enter");
        handed(2);

        press("F4");
        patiently(page.locator("[data-place]").nth(1)).isFocused();
        type("marga 5");
        press("Enter");
        patiently(page.locator("[data-stands] b").nth(1)).hasText("TPS 005 Margasana");
        chromium.picture(page, "masukkan-dua");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    @Test
    void whatANetworkAnswersInsteadOfTheDeskIsNoAnswer() {
        open("/desk/masukkan?kind=VOTING&slot=10.00&tps=" + tps(1));
        focused("data-teller");
        type("Adi");
        press("Enter");
        stands("TPS 001 Margasana");
        answers(200);
        calm();
        patiently(page.locator("[data-sent] li[data-state=WAITING]")).containsText("menjawab menggantikan desk");
        page.unroute(REPORTS);
        answers(413);
        page.reload();
        patiently(page.locator("[data-sent] li[data-state=WAITING]")).containsText("ditolak di jalan (kode 413)");
        assertThat(count("SELECT count(*) FROM desk.field_report")).isZero();

        page.unroute(REPORTS);
        page.evaluate("() => dispatchEvent(new Event('online'))");
        handed(1);
        assertThat(count("SELECT count(*) FROM desk.field_report")).isOne();
    }

    private void answers(int status) {
        page.route(
                REPORTS,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("text/html")
                        .setBody("<h1>Proksi kantor</h1>")));
    }

    private int count(String sql) {
        return installation.asOwner().queryForObject(sql, Integer.class);
    }

    @Test
    void anAnswerThatComesLateTakesTheCursorFromNobody() {
        open("/desk/masukkan?kind=VOTING&slot=10.00&tps=" + tps(1));
        focused("data-teller");
        type("Pak Adi");
        press("Enter");
        stands("TPS 001 Margasana");

        var asked = new java.util.concurrent.CompletableFuture<com.microsoft.playwright.Route>();
        page.route("**/api/entry/" + tps(2) + "*", asked::complete);
        press("F2");
        type(tps(2));
        press("Enter");
        page.waitForCondition(asked::isDone);
        press("F9");
        type("Bu Tini");
        asked.join().resume();
        patiently(page.locator("[data-stands] b").first()).hasText("TPS 002 Margasana");
        type(" Margasana");
        patiently(page.locator("[data-teller]").first()).hasValue("Bu Tini Margasana");
        press("Enter");
        stands("TPS 002 Margasana");

        var late = new java.util.concurrent.CompletableFuture<com.microsoft.playwright.Route>();
        page.route("**/api/entry/" + tps(3) + "*", late::complete);
        press("F2");
        type(tps(3));
        press("Enter");
        page.waitForCondition(late::isDone);
        press("F2");
        type(tps(4).substring(0, 8));
        late.join().resume();
        type(tps(4).substring(8));
        press("Enter");
        stands("TPS 004 Margasana");
    }

    /** Past the hour and the numbers to how calm it is, and hands it in. */
    private void calm() {
        for (int field = 0; field < 4; field++) {
            press("Enter");
        }
        press("1");
        press("Control+Enter");
    }

    private void open(String path) {
        chromium.open(page, path);
        page.locator("[data-entry][data-ready]").waitFor();
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private void focused(String name) {
        patiently(page.locator("[" + name + "]").first()).isFocused();
    }

    private void stands(String name) {
        patiently(page.locator("[data-stands] b").first()).hasText(name);
        page.waitForFunction("() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'INPUT'");
    }

    private void handed(int count) {
        patiently(page.locator("[data-sent] .entry-receipt")).hasCount(count);
    }

    private static LocatorAssertions patiently(Locator locator) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return PlaywrightAssertions.assertThat(locator);
    }
}
