package id.deskpilkada.dashboard.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.dashboard.readiness.CheckedRegency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The map and the page of readiness on the screens on which they are used. */
@WholeApplication
class MapInBrowserTests {

    @Autowired
    CheckedRegency regency;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        regency.begin(port);
        chromium = new Chromium(port);
    }

    @AfterEach
    void nothingFailedOrWasBlocked() {
        assertThat(chromium.failures()).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
    }

    @Test
    void oneGoesFromTheRegencyToTheStationOnTheMapAndSeesItChange() {
        var page = open(chromium.desktop("dewi", CheckedRegency.PASSWORD), "/desk/peta");
        assertThat(area(page, "36.04.05")).hasAttribute("fill", "url(#p-NOT_READY)");
        assertThat(area(page, "36.04.05"))
                .hasAttribute(
                        "aria-label", "Kramatwatu: Ada TPS tidak siap, Tidak siap 1, Bersyarat 1, Siap 0, Belum 1");
        assertThat(area(page, "36.04.17")).hasAttribute("fill", "url(#p-UNCHECKED)");
        assertAccessible(page);
        chromium.picture(page, "peta-kabupaten");

        area(page, "36.04.05").click();
        assertThat(page.locator("h1")).hasText("Peta Kramatwatu");
        area(page, "36.04.05.2002").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Peta Margasana");
        assertThat(area(page, SmallElection.MARGASANA_1)).hasAttribute("fill", "url(#p-NOT_READY)");
        chromium.picture(page, "peta-desa");

        assertThat(page.locator(".live")).hasAttribute("data-state", "on");
        regency.report(port, SmallElection.MARGASANA_1, "LAMPS");
        assertThat(area(page, SmallElection.MARGASANA_1)).hasAttribute("fill", "url(#p-CONDITIONAL)");

        area(page, SmallElection.MARGASANA_1).click();
        assertThat(page.locator("h1")).hasText("TPS 001 Margasana");
        assertAccessible(page);
        chromium.picture(page, "kesiapan-tps");
    }

    @Test
    void theOtherLayerIsOneClickAway() {
        var page = open(chromium.desktop("camat", CheckedRegency.PASSWORD), "/desk/peta");
        page.locator("text=Kerawanan").first().click();
        assertThat(area(page, "36.04.05.2002")).hasAttribute("fill", "url(#p-NO_RISK)");
        assertThat(page.locator(".legend")).containsText("Kerawanan tinggi");
        assertAccessible(page);
    }

    @Test
    void thePagesFitATelephone() {
        var page = chromium.desktop("siti", CheckedRegency.PASSWORD);
        page.setViewportSize(390, 844);
        for (var path : List.of("/desk/peta", "/desk/kesiapan", "/desk/kesiapan/tps/" + SmallElection.MARGASANA_1)) {
            open(page, path);
            page.locator("main").waitFor();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
            assertAccessible(page);
            chromium.picture(page, "telepon" + path.replace('/', '-'));
        }
    }

    @Test
    void withoutScriptsTheTableSaysTheSame() {
        var page = chromium.withoutScripts("siti", CheckedRegency.PASSWORD);
        open(page, "/desk/peta");
        assertThat(page.locator("#peta")).isHidden();
        assertThat(page.locator("tr[data-code='3604052002001']")).containsText("Tidak siap");
        page.locator("text=TPS 001").click();
        assertThat(page.locator("h1")).hasText("TPS 001 Margasana");
        open(page, "/desk/kesiapan");
        assertThat(page.locator("section[aria-labelledby=h-stations] tbody tr").first())
                .containsText("Tidak siap");
        chromium.picture(page, "kesiapan-tanpa-skrip");
    }

    @Test
    void thePageOfReadinessFollowsTheReportsByItself() {
        var page = open(chromium.desktop("dewi", CheckedRegency.PASSWORD), "/desk/kesiapan");
        assertThat(page.locator("#angka .figure")).hasText("0");
        assertThat(page.locator(".live")).hasAttribute("data-state", "on");
        assertAccessible(page);
        chromium.picture(page, "kesiapan");
        regency.report(port, SmallElection.MARGASANA_1, "LAMPS");
        assertThat(page.locator("section[aria-labelledby=h-states] tbody")).containsText("Siap bersyarat2");
    }

    private Page open(Page page, String path) {
        return chromium.open(page, path);
    }

    private static Locator area(Page page, String code) {
        return page.locator("path[data-code='" + code + "']");
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
