package id.deskpilkada.readiness.screening;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.readiness.screening.ScreeningDay.DESK;
import static id.deskpilkada.readiness.screening.ScreeningDay.HEALTH;
import static id.deskpilkada.readiness.screening.ScreeningDay.SECRET_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Screening as the health service fills it: on our page with and without scripts, and in Tasklist. */
@WholeApplication
class HealthFormInBrowserTests {

    @Autowired
    ScreeningDay day;

    @Autowired
    OfficerScreeningWork work;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    @Test
    void theFormInTasklistAndThePageFillTheSameList() {
        var round = day.begin();
        day.officersBeforeTheStart();
        transaction.executeWithoutResult(status -> work.openNext(round));
        try (var chromium = new Chromium(port)) {
            var form = chromium.task(HEALTH, "Skrining kesehatan petugas: Puskesmas Kramatwatu");
            form.getByLabel("Hasil " + SECRET_NAME).selectOption("AT_RISK");
            assertThat(form.locator(".c1 [role=status]").nth(1)).hasText("tersimpan");
            chromium.picture(form, "skrining-tasklist");

            var phone = chromium.open(chromium.phone(HEALTH), "/kesehatan");
            assertThat(phone.locator("main")).containsText("Puskesmas Kramatwatu");
            chromium.picture(phone, "kesehatan-390");
            phone.click("text=Puskesmas Kramatwatu");
            assertThat(phone.getByLabel("Hasil skrining " + SECRET_NAME)).hasValue("AT_RISK");
            phone.getByLabel("Hasil skrining Budi").selectOption("NOT_AT_RISK");
            phone.getByLabel("Hasil skrining Wati").selectOption("NOT_AT_RISK");
            chromium.picture(phone, "kesehatan-daftar-390");
            fits(phone, "/kesehatan/");
            phone.click("button:has-text('Simpan')");
            assertThat(phone.locator(".alert-ok")).hasText("2 petugas disimpan.");
            assertThat(tasks.createTaskQuery()
                            .taskDefinitionKey("follow-up-referrals")
                            .count())
                    .isEqualTo(1);

            var desk = chromium.open(chromium.desktop(DESK), "/kesehatan");
            assertThat(desk.locator("main")).containsText("tidak ditampilkan");
            assertThat(desk.locator("main")).not().containsText(SECRET_NAME);
            chromium.picture(desk, "kesehatan-desk-1366");
            var own = chromium.open(chromium.desktop(HEALTH), "/kesehatan/" + day.puskesmas("Kramatwatu"));
            chromium.picture(own, "kesehatan-daftar-1366");
            assertThat(chromium.failures()).isEmpty();
        }
    }

    private static void fits(Page page, String what) {
        for (var shown : page.locator("main input:visible, main select:visible, main button:visible")
                .all()) {
            var box = shown.boundingBox();
            assertThat(box.x + box.width).as(what).isLessThanOrEqualTo(390);
        }
    }
}
