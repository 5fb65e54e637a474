package id.deskpilkada.expectation.late;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class CallListInBrowserTests {

    private static final String PAGE = "/desk/belum-lapor?kind=VOTING&slot=10.00&region=36.04.05";

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    LateScenario scenario;
    Chromium chromium;

    @BeforeEach
    void everybodyIsLate(@Autowired AutowireCapableBeanFactory beans) {
        scenario = (LateScenario)
                beans.autowire(LateScenario.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scenario.begin();
        scenario.timePasses();
        scenario.installation
                .asOwner()
                .update("UPDATE desk.staff_member SET phone = '+6281234567802' WHERE username = 'budi'");
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void aCamatCallsAndExcusesFromATelephoneWithoutScripts() {
        var page = chromium.open(chromium.phone("camat.kram"), PAGE);
        chromium.picture(page, "belum-lapor");

        assertThat(page.locator(".call-person:has-text('Budi') .call-dial").getAttribute("href"))
                .isEqualTo("tel:+6281234567802");
        assertThat(page.locator(".call-person:has-text('Budi') .call-wa").getAttribute("href"))
                .startsWith("https://wa.me/6281234567802?text=");
        assertThat(page.locator("#salinan").inputValue()).contains(MARGASANA_1).doesNotContain("Budi", "81234567802");
        page.check("input[value='" + MARGASANA_1 + "']");
        page.fill("#reason", "Jalan putus");
        page.click(".call-excuse button[type=submit]");

        assertThat(page.locator(".alert-ok").textContent()).contains("1 laporan dimaklumi");
        assertThat(page.locator(".call-excused").textContent()).contains("Jalan putus", "Camat Kramatwatu");
        assertThat(page.locator("input[value='" + MARGASANA_1 + "']").count()).isZero();
        page.click(".call-excused summary");
        page.fill("input[name=why]", "Jalan dibuka lagi");
        page.click(".call-excused button[type=submit]");
        page.locator(".alert-ok:has-text('dicabut')").waitFor();
        assertThat(page.locator("input[value='" + MARGASANA_1 + "']").count()).isOne();
    }

    @Test
    void theFormInTasklistExcusesAndItsTaskEndsByItself() {
        fireDeadline();
        var page = chromium.task("camat.kram", "Hubungi yang belum lapor");
        assertThat(page.locator(".call-dial").first().getAttribute("href")).isEqualTo("tel:+6281234567802");
        page.click("button:has-text('Selesaikan')");
        assertThat(page.locator(".form-alert:visible").textContent()).contains("Masih 3 TPS");

        page.locator("input[name=tps]").all().forEach(Locator::check);
        page.fill("#late-reason", "Banjir di seluruh kecamatan");
        page.click("button:text-is('Maklumi')");
        page.locator("text=Semua sudah lapor atau dimaklumi").waitFor();
        chromium.picture(page, "belum-lapor-tasklist");
        assertThat(scenario.row()).containsEntry("state", "DONE");
    }

    private void fireDeadline() {
        management.executeJob(scenario.installation
                .asOwner()
                .queryForObject(
                        "SELECT j.id_ FROM public.act_ru_job j JOIN desk.report_wave w ON w.instance_id = j.process_instance_id_"
                                + " WHERE w.kind = 'VOTING' AND w.district_area = '360405' AND j.handler_cfg_ LIKE '%deadline%'",
                        String.class));
    }

    @Test
    void whatIsTickedStaysTickedWhileTheListIsLive() {
        var page = chromium.open(chromium.desktop("desk"), PAGE);
        page.setViewportSize(390, 844);
        page.locator(".live[data-state=on]").waitFor();
        page.check("input[value='" + MARGASANA_1 + "']");
        scenario.reports(MARGASANA_2);
        page.locator("input[value='" + MARGASANA_2 + "']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

        assertThat(page.isChecked("input[value='" + MARGASANA_1 + "']")).isTrue();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                                .map(found ->
                                        found.getId() + found.getNodes().get(0).getHtml()))
                .isEmpty();
        page.setViewportSize(1366, 768);
        chromium.picture(page, "belum-lapor-meja");
    }
}
