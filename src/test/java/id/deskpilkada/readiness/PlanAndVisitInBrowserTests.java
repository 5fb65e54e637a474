package id.deskpilkada.readiness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.readiness.visit.VisitDay;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A plan written on a telephone, and a visit by telephone and in Tasklist. */
@WholeApplication
class PlanAndVisitInBrowserTests {

    private static final String FORMS_ARE_KEPT =
            """
            async () => {
              const { store } = (await import(document.querySelector('script[type=module]').src.replace('start.js', 'rest.js'))).$part('store.js');
              while (await store().count('forms') === 0) {
                await new Promise(then => setTimeout(then, 20));
              }
            }""";

    private static final FilePayload PHOTO =
            new FilePayload("tps.png", "image/png", FormDay.photo("Kunjungan", List.of("TPS 001 Margasana")));

    @Autowired
    VisitDay day;

    @Autowired
    Installation installation;

    @Autowired
    ManagementService management;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Test
    void aVillageAdminWritesAPlanOnATelephoneAndTheDeskSeesWhoStillNeedsOne() {
        var round = day.begin();
        Scope.system(
                "uji",
                () -> transaction.executeWithoutResult(status -> List.of(MARGASANA_1, MARGASANA_2)
                        .forEach(tps -> events.publishEvent(
                                new ConnectivityReported(round.id(), tps, Connectivity.NONE, Instant.EPOCH)))));
        try (var chromium = new Chromium(port)) {
            var phone = chromium.open(chromium.phone("siti"), "/desk/blank-spot");
            fits(phone);
            chromium.picture(phone, "blank-spot-390");
            phone.locator("a:has-text('Isi rencana')").first().click();
            phone.click("text=Simpan rencana");
            assertThat(phone.locator("[role=alert]")).containsText("isian belum lengkap");
            chromium.picture(phone, "rencana-salah-390");
            phone.check("input[name=jalur][value=SIGNAL_POINT]");
            phone.fill("#nama", "Budi Kurir");
            phone.fill("#telepon", "0812 3456 7890");
            phone.fill("#jam", "08.00, 19.30");
            phone.fill("#titik", "Bukit di belakang SDN 2");
            phone.check("input[name=juga]");
            phone.click("text=Simpan rencana");
            assertThat(phone.locator("[role=status]")).containsText("Rencana tersimpan");
            fits(phone);
            phone.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of("target/screenshots/rencana-390.png")));

            var desk = chromium.open(chromium.desktop("desk"), "/desk/blank-spot");
            assertThat(desk.locator("tbody tr")).hasCount(2);
            assertThat(desk.locator("tbody")).containsText("Bukit di belakang SDN 2");
            chromium.picture(desk, "blank-spot-1366");
            chromium.open(desk, "/lapangan/rencana/" + MARGASANA_1);
            desk.locator("#kertas button").first().click();
            assertThat(desk.locator("#kertas")).containsText("Diterima Dewi Desk");
            assertThat(chromium.failures()).isEmpty();
        }
    }

    @Test
    void aLeaderConfirmsAVisitWithAPhotoAndOneTap() {
        day.begin();
        try (var chromium = new Chromium(port)) {
            var desk = chromium.open(chromium.desktop("desk"), "/desk/kunjungan");
            desk.fill("#tps", MARGASANA_1);
            desk.selectOption("#pimpinan", "sekda");
            desk.click("main form button:has-text('Rencanakan')");
            assertThat(desk.locator("[role=status]")).isVisible();
            chromium.picture(desk, "kunjungan-1366");

            var phone = chromium.open(chromium.phone("sekda"), "/lapangan/kunjungan");
            fits(phone);
            chromium.picture(phone, "kunjungan-saya-390");
            phone.click("text=Lapor kunjungan");
            phone.click("text=Kirim laporan");
            assertThat(phone.locator("[role=alert]")).containsText("foto");
            phone.setInputFiles("#photos", PHOTO);
            chromium.picture(phone, "kunjungan-390");
            phone.click("text=Kirim laporan");
            assertThat(phone.locator("[role=status]")).containsText("Nomor terima");
            day.drain();
            phone.reload();
            assertThat(phone.locator("img")).hasCount(1);
            fits(phone);
            chromium.picture(phone, "kunjungan-selesai-390");
            assertThat(chromium.open(desk, "/desk/kunjungan").locator("main")).containsText("Sudah dikunjungi");
            desk.setViewportSize(390, 844);
            fits(desk);
            assertThat(chromium.failures()).isEmpty();
        }
    }

    @Test
    void aLeaderTellsOfAVisitInTheAppWithoutNetwork() {
        day.begin();
        day.plan(port, ", \"reason\": \"Rawan banjir\"");
        try (var chromium = new Chromium(port)) {
            var phone = chromium.open(chromium.handset(VisitDay.LEADER), "/lapangan/kunjungan");
            phone.click("text=buka aplikasi lapangan");
            var visit = phone.locator(".fa-due a", new Page.LocatorOptions().setHasText("TPS 001 Margasana"));
            assertThat(visit).containsText("Rawan banjir");
            fits(phone);
            chromium.picture(phone, "lapangan-kunjungan");
            assertThat(phone.locator(".fa-foot .fa-good")).isVisible();
            phone.evaluate(FORMS_ARE_KEPT);
            phone.context().setOffline(true);
            visit.click();
            phone.locator(".fa-send button").click();
            assertThat(phone.locator(".fa-fault")).containsText("foto");
            phone.setInputFiles("input[multiple]", PHOTO);
            phone.locator(".fa-photo-list li").first().waitFor();
            phone.locator(".fa-send button").click();
            assertThat(phone.locator("main")).containsText("Tersimpan di HP");
            phone.click("text=Kembali ke daftar");
            assertThat(visit).containsText("sudah dikirim");
            phone.context().setOffline(false);
            assertThat(phone.locator(".fa-outbox-info, .fa-outbox-good")).isVisible();
            day.drain();
            assertThat(installation.asOwner().queryForObject("SELECT state FROM desk.leader_visit", String.class))
                    .isEqualTo("VISITED");
            assertThat(chromium.failures()).isEmpty();
        }
    }

    @Test
    void bothTasksOfAVisitAreFinishedInTasklist() {
        day.begin();
        day.plan(port, ", \"reason\": \"Rawan banjir\"");
        try (var chromium = new Chromium(port)) {
            var job = management.createJobQuery().activityId("day-over").singleResult();
            Scope.system("uji", () -> management.executeJob(job.getId()));
            var desk = chromium.task("desk", "Tanyakan kunjungan");
            desk.locator("input[value=LATER]").check();
            chromium.picture(desk, "tanyakan-kunjungan-1366");
            chromium.finish(desk);

            var leader = chromium.open(chromium.desktop("sekda"), "/camunda/app/tasklist/default/");
            leader.locator(".tasks-list li", new Page.LocatorOptions().setHasText("Kunjungi TPS"))
                    .first()
                    .click();
            leader.locator("#c1-photos").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            leader.setInputFiles("#c1-photos", PHOTO);
            assertThat(leader.locator(".c1-chosen li")).hasCount(1);
            chromium.picture(leader, "kunjungi-tps-1366");
            chromium.finish(leader);
            assertThat(installation.asOwner().queryForObject("SELECT state FROM desk.leader_visit", String.class))
                    .isEqualTo("VISITED");
            assertThat(chromium.failures()).isEmpty();
        }
    }

    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(390);
    }
}
