package id.deskpilkada.voting.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.voting.entry.EntryDay.MARGASANA;
import static id.deskpilkada.voting.entry.EntryDay.PASSWORD;
import static id.deskpilkada.voting.entry.EntryDay.tps;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.VotingWork;
import id.deskpilkada.fieldreport.Dispatcher;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form of the day on a telephone: quick, kept without a signal, and clear about what was taken. */
@WholeApplication
class VotingEntryPageTests {

    private static final String TEN = "/lapangan/pemungutan?slot=10.00&wilayah=" + MARGASANA;
    private static final String NOON = "/lapangan/pemungutan?slot=12.00&wilayah=" + MARGASANA;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    @Qualifier("monitoringWork")
    VotingWork work;

    @Autowired
    Elections elections;

    @LocalServerPort
    int port;

    EntryDay day;
    Chromium chromium;

    @BeforeEach
    void begin() {
        day = new EntryDay(installation, election, dispatcher, port);
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    private Page telephone(String path) {
        var page = chromium.desktop("siti", PASSWORD);
        page.setViewportSize(390, 844);
        return chromium.open(page, path);
    }

    private static Locator row(Page page, int number) {
        return page.locator(".entry-box[data-place='" + tps(number) + "']");
    }

    private static Locator voters(Page page, int number) {
        return row(page, number).locator("input[name$='.total']");
    }

    private static void calm(Page page, int number) {
        row(page, number).locator("label:has([value=CALM])").click();
    }

    @Test
    void numberNumberNumberSendAndTheRestFollowsLater() {
        var page = telephone(TEN);
        assertThat(page.locator(".entry-box")).hasCount(6);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        chromium.picture(page, "pemungutan-390-kosong");
        voters(page, 1).fill("210");
        page.keyboard().press("Enter");
        page.keyboard().type("190");
        voters(page, 3).fill("175");
        page.locator("[data-all-calm]").click();
        row(page, 1).locator("[data-field=openedAt][data-set='07:00']").click();
        for (int number : List.of(4, 5)) {
            row(page, number).locator("input[name$='.noNews']").check();
        }
        page.reload();
        assertThat(voters(page, 2)).hasValue("190");
        assertThat(row(page, 2).locator(".entry-status")).containsText("Draf");
        chromium.picture(page, "pemungutan-390-draf");

        page.context().setOffline(true);
        page.locator("[data-send]").click();
        assertThat(page.locator("[data-result]")).containsText("6 belum");
        page.context().setOffline(false);
        assertThat(page.locator("[data-result]")).containsText("6 terkirim");
        assertThat(row(page, 1).locator(".entry-status")).containsText("nomor terima");
        assertThat(row(page, 4).locator(".entry-status")).containsText("Belum ada kabar, dicatat");
        chromium.picture(page, "pemungutan-390-terkirim");
        day.drain();

        page.reload();
        assertThat(row(page, 2).locator(".badge")).hasText("Masuk terlambat");
        assertThat(row(page, 2).locator(".entry-status")).containsText("Terkirim");
        assertThat(page.locator("[data-send]")).isDisabled();
        assertThat(page.locator(".v-due")).containsText("2 TPS belum melapor");
        voters(page, 4).fill("100");
        voters(page, 5).fill("110");
        page.locator("[data-send]").click();
        assertThat(page.locator("[data-result]")).containsText("Semua TPS sudah melapor");
        day.drain();
        var rows = day.client("siti")
                .get("/api/voting/entry?slot=10.00&area=" + MARGASANA)
                .body()
                .path("stations")
                .path("items");
        assertThat(rows)
                .extracting(line -> line.path("now").path("total").asInt())
                .containsExactly(210, 190, 175, 100, 110);
        assertThat(rows.get(0).path("openedAt").asText()).startsWith("2024-11-27T07:00");
    }

    @Test
    void fewerVotersThanBeforeAskForAReason() {
        day.accepted("siti", tps(1), "10.00", "{\"voters\": {\"total\": 210}, \"security\": \"CALM\"}");
        var page = telephone(NOON);
        assertThat(row(page, 1).locator(".v-before")).hasText("10.00: 210 pemilih · kondusif");
        row(page, 1).locator("[data-like-before]").click();
        page.keyboard().type("180");
        assertThat(row(page, 1).locator("[data-look]")).containsText("10.00: 210 pemilih, sekarang 180");
        page.locator("[data-send]").click();
        assertThat(voters(page, 1)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[id='" + tps(1) + "-total-salah']")).isVisible();
        assertThat(voters(page, 1)).isFocused();
        chromium.picture(page, "pemungutan-390-ditolak");
        row(page, 1).locator("textarea").fill("Tadi salah ketik");
        page.locator("[data-send]").click();
        assertThat(row(page, 1).locator(".entry-status")).containsText("Terkirim");
    }

    @Test
    void whatHasStoppedWarnsAndReachesTheDesk() {
        var page = telephone(NOON);
        var row = row(page, 1);
        row.locator("summary").click();
        row.locator("input[name$='.halted']").check();
        assertThat(row.locator("[data-alarm]")).isVisible();
        row.locator("textarea").fill("Hujan deras, tenda roboh");
        row.locator("label:has([value=UNREST])").click();
        page.locator("[data-send]").click();
        assertThat(row.locator(".entry-status")).containsText("Terkirim");
        day.drain();

        var signals = day.client("dewi").get("/api/incident-signals?open=true").body();
        assertThat(signals.path("total").asInt()).isPositive();
        assertThat(signals.path("items").toString()).contains("Hujan deras, tenda roboh", tps(1));
    }

    @Test
    void theTaskHoldsItsOwnRowsAndEndsWithTheLastOfThem() {
        day = new EntryDay(installation, election, dispatcher, port, true);
        day.openTasks(work, elections);
        var page = chromium.open(chromium.desktop("siti", PASSWORD), "/camunda/app/tasklist/default/");
        page.locator(".tasks-list li", new Page.LocatorOptions().setHasText("Laporan 10.00: Margasana"))
                .first()
                .click();
        page.locator("text=Ambil").first().click();
        assertThat(page.locator(".entry-box[data-kind=VOTING]")).hasCount(4);
        assertThat(row(page, 2)).hasCount(0);
        voters(page, 1).fill("210");
        voters(page, 3).fill("200");
        page.locator("[data-send]").click();
        assertThat(page.locator("[data-result]")).containsText("Masih 2 TPS");
        chromium.picture(page, "pemungutan-tugas");
        day.drain();
        assertThat(tasks()).isEqualTo(1);

        voters(page, 4).fill("100");
        voters(page, 5).fill("110");
        page.locator("[data-send]").click();
        assertThat(row(page, 5).locator(".entry-status")).containsText("Terkirim");
        day.drain();
        assertThat(page.locator(".v"))
                .containsText(
                        "Tugas ini selesai dengan sendirinya",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(tasks()).isZero();
    }

    private int tasks() {
        return day.client("siti").get("/api/tasks").body().path("total").asInt();
    }

    @Test
    void theFormNeedsNoScripts() {
        var page = chromium.open(chromium.withoutScripts("siti", PASSWORD), NOON);
        voters(page, 1).fill("305");
        calm(page, 1);
        voters(page, 2).fill("5000");
        chromium.picture(page, "pemungutan-390-tanpa-skrip");
        page.locator("[data-send]").click();
        assertThat(page.locator("main")).containsText("1 terkirim, 1 belum diterima");
        assertThat(voters(page, 2)).hasValue("5000");
        assertThat(row(page, 2).locator(".v-error").first()).isVisible();
        voters(page, 2).fill("290");
        page.locator("[data-send]").click();
        assertThat(page.locator(".alert-ok")).containsText("1 baris terkirim");
        assertThat(page.locator("[data-all-calm]")).isHidden();
    }

    @Test
    void nobodyIsKeptOut() {
        day.accepted("siti", tps(1), "10.00", "{\"voters\": {\"total\": 210}, \"security\": \"CALM\"}");
        var page = telephone(NOON);
        for (var summary : page.locator(".entry-box summary").all()) {
            summary.click();
        }
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertThat(found).isEmpty();
        page.setViewportSize(1366, 768);
        chromium.open(page, NOON);
        chromium.picture(page, "pemungutan-1366");
    }
}
