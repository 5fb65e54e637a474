package id.deskpilkada.fieldapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The check-ins of a village in one list on a telephone: each TPS is a report of its own, whatever the line does. */
@WholeApplication
class VillageInBrowserTests {

    private static final int STATIONS = 12;
    /** So many that both villages together are more than one list holds. */
    private static final int OTHER_STATIONS = 35;

    private static final String READY = "() => navigator.serviceWorker.ready.then(() => null)";
    private static final String FORMS_ARE_KEPT =
            """
            async () => {
              const { store } = (await import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'))).$part('store.js');
              while (await store().count('forms') === 0) {
                await new Promise(then => setTimeout(then, 20));
              }
            }""";

    private static final String DRAFTS_ARE_KEPT =
            """
            async whole => {
              const { store } = (await import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'))).$part('store.js');
              const kept = async () => (await store().getAll('drafts')).map(one => one.values['voters.total']).sort().join(' ');
              while (await kept() !== whole) {
                await new Promise(then => setTimeout(then, 20));
              }
            }""";
    /** Presses of a finger on something, and of the key for "next"; digits are the same everywhere. */
    private static final String COUNT_TAPS =
            """
            addEventListener('click', event => event.isTrusted && event.detail > 0 && tap(), true);
            addEventListener('keydown', event => event.key === 'Enter' && tap(), true);
            const tap = () => sessionStorage.setItem('taps', Number(sessionStorage.getItem('taps')) + 1);
            """;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    Dispatcher dispatcher;

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
        var round = election.withVoting();
        election.load(
                "polling-stations",
                IntStream.rangeClosed(3, STATIONS)
                        .mapToObj("3604052002%03d,Balai desa"::formatted)
                        .collect(Collectors.joining("\n", "kode_tps,alamat\n", "\n")));
        transactions.write("test", () -> rounds.prepare(round));
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("lain", "Petugas Lain", "village-admin@36.04.05.2002");
        people.add("dua", "Dua Desa", "village-admin@36.04.05.2001", "village-admin@36.04.05.2002");
        people.add("dewi", "Dewi Desk", "desk@36.04");
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void twelveCheckInsWrittenInOneListWithoutNetworkArriveOnceEach() {
        var page = home();
        page.addInitScript(COUNT_TAPS);
        page.reload();
        var due = page.locator(".fa-due a", new Page.LocatorOptions().setHasText("Pemungutan 10.00"));
        assertThat(due).containsText("12 dari 12 TPS belum");
        page.context().setOffline(true);
        due.click();
        voters(page, 1).click();
        write(page, 1, 6);
        page.evaluate(DRAFTS_ARE_KEPT, "101 102 103 104 105 106");
        chromium.picture(page, "lapangan-desa-draf");

        page.reload();
        assertThat(page.locator(".fa-row-draft")).hasCount(6);
        assertThat(voters(page, 6)).hasValue("106");
        assertThat(page.locator(".fa-send [role=status]")).hasText("6 TPS terisi, belum disimpan");
        voters(page, 7).click();
        write(page, 7, STATIONS);
        page.getByText("Yang terisi: Kondusif").click();
        page.getByText("Simpan semua yang terisi").click();
        assertThat(page.locator(".fa-row-SAVED")).hasCount(STATIONS);
        assertThat(page.locator(".fa-send [role=status]")).hasText("12 TPS tersimpan di HP.");
        assertThat(page.evaluate("Number(sessionStorage.getItem('taps'))"))
                .as("to the list, the first field again after the reload, ten times next, and two buttons")
                .isEqualTo(1 + 2 + 10 + 2);

        page.reload();
        assertThat(page.locator(".fa-row-SAVED")).hasCount(STATIONS);
        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM desk.field_report", Integer.class))
                .isZero();
        page.context().setOffline(false);
        assertThat(page.locator(".fa-row-SENT")).hasCount(STATIONS);
        dispatcher.drain();
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.locator(".fa-row-ACCEPTED")).hasCount(STATIONS);
        assertThat(page.locator(".fa-row-sum")).hasText("Tidak ada TPS yang ditunggu lagi.");
        assertThat(installation
                        .asOwner()
                        .queryForList(
                                "SELECT right(tps_code, 3) || ' ' || (payload::json -> 'data' -> 'voters' ->> 'total') || ' ' || (payload::json -> 'data' ->> 'security') "
                                        + "FROM desk.field_report ORDER BY tps_code",
                                String.class))
                .isEqualTo(IntStream.rangeClosed(1, STATIONS)
                        .mapToObj(number -> "%03d %d CALM".formatted(number, 100 + number))
                        .toList());
    }

    @Test
    void whatTheServerRefusesIsShownAtItsTpsAndMendedThere() {
        var told = new DeskClient(port, "lain", People.PASSWORD)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        "{\"kind\":\"VOTING\",\"tps\":\"%s\",\"slot\":\"07.30\",\"observedAt\":\"%s\",\"data\":{\"voters\":{\"total\":200}}}"
                                .formatted(SmallElection.MARGASANA_2, Instant.now()));
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        dispatcher.drain();
        var page = list();
        for (int number = 1; number <= 3; number++) {
            voters(page, number).fill("50");
        }
        page.getByText("Simpan semua yang terisi").click();

        var refused = page.locator(".fa-row-refused");
        assertThat(refused).hasCount(1);
        assertThat(refused.locator("h2")).containsText("TPS 002");
        assertThat(refused.locator(".fa-fault")).containsText("200");
        assertThat(voters(page, 2)).hasValue("50");
        assertThat(page.locator(".fa-row-SENT")).hasCount(2);
        assertThat(page.getByText("Simpan semua yang terisi")).isDisabled();
        chromium.picture(page, "lapangan-desa-ditolak");

        voters(page, 2).fill("250");
        refused.evaluate("form => { form.requestSubmit(); form.requestSubmit(); }");
        assertThat(page.locator(".fa-row-SENT")).hasCount(3);
        dispatcher.drain();
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM desk.field_report WHERE payload::json ->> 'slot' = '10.00'",
                                Integer.class))
                .as("pressed twice, sent once")
                .isEqualTo(3);
        assertThat(voters(page, 4)).isFocused();
    }

    @Test
    void whatTheListHasNoRoomForIsOnePressAway() {
        var page = list();
        voters(page, 2).fill("70");
        row(page, 2).getByText("Lengkap").click();
        page.locator(".fa-folded summary").click();
        page.locator("textarea[name=remarks]").fill("Antre sampai jalan");
        assertThat(page.locator("[id='f-voters.total']")).hasValue("70");
        page.evaluate(DRAFTS_ARE_KEPT, "70");
        page.locator(".fa-back").click();
        assertThat(row(page, 2)).containsText("Ikut disimpan: Keterangan");

        row(page, 2).getByText("Lengkap").click();
        page.locator("[id='f-voters.total']").waitFor();
        page.locator(".fa-send button").click();
        var next = page.locator("main a.fa-button").first();
        assertThat(next).containsText("TPS berikutnya: TPS 003");
        page.getByText("Kembali ke daftar").click();
        assertThat(page.locator(".fa-row-SENT, .fa-row-SAVED")).containsText("Pemilih 70");
        assertThat(page.locator("form.fa-row")).hasCount(STATIONS - 1);
        row(page, 1).getByText("Simpan").click();
        assertThat(row(page, 1).locator(".fa-fault")).containsText("Isi paling sedikit satu");
        assertThat(row(page, 1).locator("[aria-invalid=true]").first()).isFocused();
    }

    @Test
    void everyFieldSaysItsTpsAndNothingIsTooWide() {
        var page = list();
        chromium.picture(page, "lapangan-desa");
        for (int number = 1; number <= STATIONS; number++) {
            var tps = "TPS %03d Margasana ".formatted(number);
            assertThat(voters(page, number)).hasAttribute("inputmode", "numeric");
            assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(tps + "Keamanan")))
                    .hasCount(1);
        }
        voters(page, 1).fill("5000");
        row(page, 1).getByText("Simpan").click();
        assertThat(row(page, 1).locator(".fa-fault")).hasCount(1);
        for (int width : List.of(390, 320)) {
            page.setViewportSize(width, 844);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
        chromium.picture(page, "lapangan-desa-320");
        page.setViewportSize(390, 844);
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().get(0).getHtml())
                        .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void whatNobodyWaitsForSaysWhy() {
        var told = new DeskClient(port, "lain", People.PASSWORD)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        "{\"kind\":\"VOTING\",\"tps\":\"%s\",\"slot\":\"10.00\",\"observedAt\":\"%s\",\"data\":{\"voters\":{\"total\":20}}}"
                                .formatted(SmallElection.MARGASANA_1, Instant.now()));
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        dispatcher.drain();
        var excused = new DeskClient(port, "dewi", People.PASSWORD)
                .post(
                        "/api/progress/excuses",
                        "{\"kind\":\"VOTING\",\"slot\":\"10.00\",\"tps\":[\"%s\"],\"reason\":\"Tanpa sinyal sampai sore\"}"
                                .formatted(SmallElection.MARGASANA_2));
        assertThat(excused.status()).as(excused.text()).isLessThan(300);
        var page = home();
        page.evaluate("location.hash = '#/desa?kind=VOTING&slot=10.00'");
        assertThat(page.locator("form.fa-row")).hasCount(STATIONS - 2);
        assertThat(page.locator(".fa-row-in")).containsText("sudah masuk");
        var row = page.locator(".fa-row-excused");
        assertThat(row).containsText("dimaklumi");
        assertThat(page.locator(".fa-row-sum")).containsText("10 dari 12");
        row.scrollIntoViewIfNeeded();
        chromium.picture(page, "lapangan-desa-dimaklumi");

        row.getByText("Isi juga").click();
        page.locator("[id='f-voters.total']").fill("33");
        page.locator(".fa-send button").click();
        page.locator("main >> text=Terkirim").waitFor();
        dispatcher.drain();
        page.getByText("Kembali ke daftar").click();
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.locator(".fa-row-ACCEPTED")).containsText("Pemilih 33");
        page.evaluate("location.hash = '#/desa?kind=READINESS&stage=SITE'");
        assertThat(page.locator(".fa-tps-done small").first()).hasText("tidak ditunggu");
    }

    @Test
    void fromFortyOneTpsOnOneVillageIsShownAtATime() {
        election.load(
                "polling-stations",
                IntStream.rangeClosed(1, OTHER_STATIONS)
                        .mapToObj("3604052001%03d,Balai desa"::formatted)
                        .collect(Collectors.joining("\n", "kode_tps,alamat\n", "\n")));
        transactions.write("test", () -> rounds.prepare(election.round()));
        var page = home("dua");
        page.evaluate("location.hash = '#/desa?kind=VOTING&slot=10.00'");
        assertThat(page.locator("#f-desa option")).hasText(new String[] {"Kramatwatu", "Margasana"});
        assertThat(page.locator("form.fa-row")).hasCount(OTHER_STATIONS);
        assertThat(page.locator(".fa-row-sum")).containsText(OTHER_STATIONS + " dari " + OTHER_STATIONS);
        page.selectOption("#f-desa", "Margasana");
        assertThat(page.locator("form.fa-row")).hasCount(STATIONS);
        voters(page, 3).fill("103");
        page.evaluate(DRAFTS_ARE_KEPT, "103");
        page.selectOption("#f-desa", "Kramatwatu");
        assertThat(page.locator("form.fa-row")).hasCount(OTHER_STATIONS);
        page.selectOption("#f-desa", "Margasana");
        assertThat(voters(page, 3)).hasValue("103");
        chromium.picture(page, "lapangan-desa-dua");

        page.evaluate("location.hash = '#/desa?kind=READINESS&stage=SITE'");
        assertThat(page.locator(".fa-tps a")).hasCount(OTHER_STATIONS);
        page.selectOption("#f-desa", "Margasana");
        assertThat(page.locator(".fa-tps a")).hasCount(STATIONS);
        page.locator(".fa-tps a").first().click();
        assertThat(page.locator("main h1")).containsText("TPS 001 Margasana");
    }

    private Page home() {
        return home("siti");
    }

    private Page home(String username) {
        var page = chromium.handset(username);
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        page.evaluate(READY);
        page.evaluate(FORMS_ARE_KEPT);
        return page;
    }

    private Page list() {
        var page = home();
        page.evaluate("location.hash = '#/desa?kind=VOTING&slot=10.00'");
        assertThat(page.locator("form.fa-row")).hasCount(STATIONS);
        return page;
    }

    private static void write(Page page, int first, int last) {
        for (int number = first; number <= last; number++) {
            assertThat(voters(page, number)).isFocused();
            page.keyboard().type(Integer.toString(100 + number));
            if (number < last) {
                page.keyboard().press("Enter");
            }
        }
    }

    private static Locator row(Page page, int number) {
        return page.locator("form.fa-row[data-tps='3604052002%03d']".formatted(number));
    }

    private static Locator voters(Page page, int number) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("TPS %03d Margasana Pemilih".formatted(number)));
    }
}
