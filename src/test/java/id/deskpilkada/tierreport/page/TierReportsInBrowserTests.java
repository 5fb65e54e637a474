package id.deskpilkada.tierreport.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.flow.FlowDay;
import id.deskpilkada.tierreport.flow.TierReportActions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The reports of the tiers on the screens on which they are followed and signed. */
@WholeApplication
class TierReportsInBrowserTests {

    @Autowired
    FlowDay flow;

    @Autowired
    TierReportActions actions;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        flow.begin();
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void theCalendarMovesByItselfWhenASealLands() {
        flow.districtsCompile(EVENING);
        var desk = chromium.open(chromium.desktop("desk"), "/desk/laporan");
        var cell = desk.locator("[id='s-36.04.05-1']");
        assertThat(cell).containsText("✎ tunggu segel");
        assertThat(desk.locator(".live")).hasAttribute("data-state", "on");
        assertAccessible(desk);
        flow.seal("camat", EVENING, KRAMATWATU);
        assertThat(cell).containsText("✓ disegel");
        assertThat(cell).hasAttribute("data-fresh", "ya");
        chromium.picture(desk, "laporan-kalender-1366");
        cell.locator("a").click();
        assertThat(desk.locator("h1")).hasText("Laporan 19.00, Kecamatan Kramatwatu");
        assertAccessible(desk);
        chromium.picture(desk, "laporan-satu-1366");
    }

    @Test
    void aCamatSignsOnATelephoneFromTheFirstPage() {
        flow.districtsCompile(EVENING);
        var camat = chromium.open(chromium.phone("camat"), "/desk");
        camat.locator("a:has-text('Segel laporan 19.00 Kramatwatu')").first().click();
        fits(camat);
        chromium.picture(camat, "laporan-camat-390");
        camat.locator("#segel-catatan").fill("Situasi aman");
        camat.locator("#segel input[name=sudah]").check();
        chromium.picture(camat, "laporan-segel-390");
        camat.locator("#segel .big").click();
        assertThat(camat.locator("[role=status].alert-ok")).hasText("Laporan sudah disegel.");
        assertThat(camat.locator("#keadaan")).containsText("Situasi aman");
        chromium.open(camat, "/desk/laporan");
        assertThat(camat.locator("[id='l-36.04.05']")).isVisible();
        fits(camat);
        chromium.picture(camat, "laporan-kalender-390");
    }

    @Test
    void aLeaderApprovesOnATelephone() {
        flow.regencyCompiles();
        var regency = flow.latest(EVENING, REGENCY);
        actions.forward(regency.id(), staff.person("desk").orElseThrow().actor());
        var leader = chromium.desktop("sekda");
        leader.setViewportSize(390, 844);
        chromium.open(leader, "/desk/laporan/" + regency.id());
        fits(leader);
        assertAccessible(leader);
        leader.locator("#setujui-jabatan").fill("Sekretaris Daerah");
        leader.locator("#setujui input[value=AN]").check();
        leader.locator("#setujui-atasnama").fill("Bupati Serang");
        leader.locator("#setujui input[name=sudah]").check();
        leader.locator("#setujui .big").click();
        assertThat(leader.locator("#keadaan")).containsText("disetujui");
        assertThat(leader.locator("#keadaan")).containsText("a.n.");
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private static void assertAccessible(Page page) {
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().get(0).getHtml())
                        .toList();
        assertThat(found).as(page.url()).isEmpty();
    }
}
