package id.deskpilkada.readiness.checklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which an admin checks a whole village, on a phone, and the same form inside Tasklist. */
@WholeApplication
class ReadinessPageTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ReadinessOpening opening;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ReadinessFacts facts;

    @LocalServerPort
    int port;

    @Test
    void aVillageIsCheckedInAFewTapsAndNothingIsLostWithoutASignal() {
        var day = new ReadinessDay(installation, election, opening, dispatcher, port);
        try (var chromium = new Chromium(port)) {
            var page = chromium.desktop("siti", ReadinessDay.PASSWORD);
            page.setViewportSize(390, 844);
            chromium.open(page, "/lapangan/kesiapan");
            assertThat(page.locator(".entry-box")).hasCount(2);
            chromium.picture(page, "kesiapan-isi-390-kosong");
            page.locator("[data-mark-all]").click();
            var second = page.locator(".entry-box").nth(1);
            second.locator("summary").click();
            second.locator("label:has(input[name$='-ROOF'][value='MISSING'])").click();
            assertThat(second.locator(".entry-status")).containsText("1 catatan");
            chromium.picture(page, "kesiapan-isi-390");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);

            page.reload();
            assertThat(page.locator(".entry-box").nth(1).locator(".entry-status"))
                    .containsText("1 catatan");
            page.context().setOffline(true);
            page.locator("[data-send-all]").click();
            assertThat(page.locator("[data-result]")).containsText("2 belum");
            page.context().setOffline(false);
            sent(page.locator(".entry-box").nth(0));
            sent(page.locator(".entry-box").nth(1));
            chromium.picture(page, "kesiapan-isi-390-terkirim");
            dispatcher.drain();
            assertThat(facts.stations(day.round.id(), "3604052002", 0, 10).items())
                    .extracting(ReadinessFacts.Station::state)
                    .containsExactly(ReadinessState.CONDITIONAL, ReadinessState.NOT_READY);
            page.setViewportSize(1366, 768);
            chromium.open(page, "/lapangan/kesiapan?tahap=LOGISTICS");
            assertThat(page.locator(".entry-box")).hasCount(2);
            chromium.picture(page, "kesiapan-isi-1366");
        }
    }

    private static void sent(Locator card) {
        assertThat(card.locator(".entry-status")).containsText("Sudah diterima");
    }

    private static Page task(Chromium chromium, String username, String name) {
        var page = chromium.open(chromium.desktop(username, ReadinessDay.PASSWORD), "/camunda/app/tasklist/default/");
        page.locator(".tasks-list li", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        page.locator("text=Ambil").first().click();
        page.locator(".k h3").first().waitFor();
        page.locator("button:has-text('Selesaikan'):enabled").waitFor();
        return page;
    }

    private static void finish(Page page) {
        page.locator("button:has-text('Selesaikan')").click();
        page.locator(".k").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void theTasksAreFinishedInTasklist() {
        var day = new ReadinessDay(installation, election, opening, dispatcher, port);
        try (var chromium = new Chromium(port)) {
            var task = task(chromium, "siti", "Periksa kesiapan TPS: TPS 001 Margasana");
            assertThat(task.locator(".entry-box")).hasCount(1);
            chromium.picture(task, "kesiapan-tugas");
            task.getByText("Semua lengkap").click();
            task.locator("label:has(input[name$='-FLOOD_SAFE'][value='MISSING'])")
                    .click();
            finish(task);
            dispatcher.drain();
            assertThat(facts.openShortcomings(day.round.id(), "3604"))
                    .extracting(ReadinessFacts.OwnerCount::owner)
                    .containsExactly("bpbd");

            var followUp = task(chromium, "bima", "Tindak lanjuti kekurangan: TPS 001 Margasana");
            assertThat(followUp.locator(".bullets li")).hasCount(1);
            followUp.locator("textarea").fill("Dipindah ke teras balai desa");
            chromium.picture(followUp, "kesiapan-tindak-lanjut");
            finish(followUp);
            assertThat(day.client("bima").get("/api/tasks").body().path("total").asInt())
                    .isZero();
        }
    }
}
