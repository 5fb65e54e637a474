package id.deskpilkada.dashboard.voting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of voting on the screens on which it is used. */
@WholeApplication
class VotingInBrowserTests {

    private static final int FIRST_SCREEN = 844;

    @Autowired
    ReportedDay day;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        day.begin(port);
        chromium = new Chromium(port);
    }

    @AfterEach
    void nothingFailedOrWasBlocked() {
        assertThat(chromium.failures()).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
    }

    @Test
    void theOpenPageFollowsTheDayAndItsTextsAreCopied() {
        var page = chromium.desktop("dewi", ReportedDay.PASSWORD);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        chromium.open(page, "/desk/pemungutan?slot=10.00");
        var missing = page.locator("section[aria-labelledby=h-missing] .badge");
        assertThat(missing).hasText("1");
        var district = page.locator("path[data-code='36.04.05']");
        assertThat(district).hasAttribute("fill", "url(#p-HALTED)");
        assertThat(page.locator("path[data-code='36.04.17']")).hasAttribute("fill", "url(#p-OPENING)");
        assertAccessible(page);
        chromium.picture(page, "pemungutan");
        assertThat(page.locator(".live")).hasAttribute("data-state", "on");

        day.report(port, SmallElection.BAROS_PRISON, ReportedDay.SLOT, "\"voters\":{\"total\":300}");

        assertThat(missing).hasText("0");
        assertThat(page.locator(".tiles")).containsText("5 dari 5 laporan masuk");

        page.locator("#salin-situasi").click();
        assertThat(page.locator("[data-copy-status]")).hasText("Sudah disalin.");
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .startsWith("*Situasi pemungutan suara*")
                .contains("Laporan masuk: 5 dari 5 TPS");

        district.click();
        assertThat(page.locator("h1")).hasText("Pemungutan suara Kramatwatu");
        assertThat(page.locator(".curve-beside").first()).isAttached();
    }

    @Test
    void somebodyWhoHasAskedSaysThatAFigureIsRight() {
        var page = chromium.desktop("dewi", ReportedDay.PASSWORD);
        chromium.open(page, "/desk/pemungutan?slot=10.00");
        page.locator("[data-confirm]").click();
        assertThat(page.locator("dialog")).containsText("TPS 001 Baros, Baros, laporan 10.00: 999 pemilih");
        page.locator("#alasan").fill("Ketua KPPS ditelepon: termasuk pemilih pindahan");
        assertAccessible(page);
        page.locator("dialog button[type=submit]").click();
        assertThat(page.locator("#perlu-dicek")).hasCount(0);
        assertThat(page.locator(".tiles")).containsText("1.359 pemilih di 3 TPS");
    }

    @Test
    void aTelephoneAnswersTheFourQuestionsOnItsFirstScreen() {
        var page = chromium.desktop("dewi", ReportedDay.PASSWORD);
        page.setViewportSize(390, FIRST_SCREEN);
        chromium.open(page, "/desk/pemungutan?slot=10.00");
        assertThat(page.locator(".tiles li")).hasCount(4);
        chromium.picture(page, "pemungutan-telepon");
        var end = page.evaluate(
                "Math.ceil(document.querySelector('.tiles li:last-child').getBoundingClientRect().bottom)");
        assertThat((Integer) end).isLessThan(FIRST_SCREEN);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll,.map,.tabs,pre') && e.getBoundingClientRect().right > 391).map(e => e.outerHTML.slice(0, 90))"))
                .isEqualTo(List.of());
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertAccessible(page);
    }

    @Test
    void withoutScriptsEverythingCanBeReadAndSent() {
        var page = chromium.withoutScripts("siti", ReportedDay.PASSWORD);
        chromium.open(page, "/desk/pemungutan?slot=10.00");
        assertThat(page.locator("#salin-situasi")).isHidden();
        assertThat(page.locator("#teks-situasi")).containsText("Margasana");
        assertThat(page.locator("#situasi a[href^='https://wa.me/']")).isVisible();
        assertThat(page.locator("svg.curve")).isVisible();
        page.locator(".slots a").first().click();
        assertThat(page.locator(".slots a[aria-current]")).containsText("06.00");
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
