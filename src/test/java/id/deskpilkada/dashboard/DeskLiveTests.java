package id.deskpilkada.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1Figures;
import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.staff.Staff;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class DeskLiveTests {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Elections elections;

    @Autowired
    ObjectProvider<RoundPreparation> preparations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private SmallRegency regency;

    @BeforeEach
    void aRunningRound() {
        regency = new SmallRegency(installation, staff).create();
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);
        preparations.forEach(one -> one.prepare(elections.round(regency.round())));
        tell(SmallRegency.TPS.get(0), false, 120, 80);
    }

    @Test
    void anOpenPageFollowsTheReportsByItself() {
        try (var playwright = Playwright.create();
                var browser = browser(playwright)) {
            var page = open(browser, 1366);
            assertThat(page.locator(".live")).hasAttribute("data-state", "on");
            assertThat(page.locator("#angka .figure")).hasText("1");

            tell(SmallRegency.TPS.get(1), true, 33, 44);

            assertThat(page.locator("#angka .figure")).hasText("2");
            assertThat(page.locator(".candidates li").first()).containsText("153");
            page.screenshot(shot("desk-1366"));
        }
    }

    @Test
    void thePageFitsAPhone() {
        tell(SmallRegency.TPS.get(3), true, 33, 44);
        try (var playwright = Playwright.create();
                var browser = browser(playwright)) {
            var page = open(browser, 390);
            assertThat(page.locator("#angka .figure")).hasText("2");
            page.screenshot(shot("desk-390"));
            var width = page.evaluate("document.documentElement.scrollWidth");
            org.assertj.core.api.Assertions.assertThat((Integer) width).isLessThanOrEqualTo(390);
        }
    }

    private Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(ARGUMENTS));
    }

    private Page open(Browser browser, int width) {
        var credentials =
                Base64.getEncoder().encodeToString(("admin:" + SmallRegency.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setExtraHTTPHeaders(Map.of("Authorization", "Basic " + credentials)));
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/desk/suara");
        return page;
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", name + ".png"));
    }

    private void tell(String tps, boolean verified, int one, int two) {
        var figures = new C1Figures(one + two, 3, 300, one + two + 3, new TreeMap<>(Map.of(1, one, 2, two)));
        transaction.executeWithoutResult(status -> events.publishEvent(new C1FormChanged(
                regency.round(),
                regency.race(),
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6),
                true,
                false,
                verified,
                figures,
                verified ? figures : null)));
    }
}
