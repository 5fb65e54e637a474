package id.deskpilkada.dashboard.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.incident.IncidentDay;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The front page on the screens on which it is read, and what becomes of it when the line is lost. */
@WholeApplication
class DayInBrowserTests {

    private static final List<String> QUESTIONS = List.of("h-day", "h-late", "h-burns", "h-came", "h-mine");

    @Autowired
    IncidentDay day;

    @LocalServerPort
    int port;

    private Chromium chromium;

    @BeforeEach
    void aDay() {
        day.begin();
        told("DISASTER");
        chromium = new Chromium(port);
    }

    @AfterEach
    void nothingFailed() {
        Assertions.assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void aLostLineShowsAndFreshNumbersTakeTheSignAway() {
        var page = chromium.open(chromium.desktop(IncidentDay.DESK), "/desk");
        assertThat(page.locator(".live")).hasAttribute("data-state", "on");
        assertThat(page.locator(".live-age")).containsText("diperbarui");
        assertThat(page.locator("#kejadian")).hasText("1");
        assertThat(page.locator("[data-lost-line]")).isHidden();

        page.context().setOffline(true);
        assertThat(page.locator("[data-lost-line]"))
                .containsText(
                        Pattern.compile("Sambungan terputus: angka di layar dari pukul \\d\\d\\.\\d\\d\\.\\d\\d WIB"));
        assertThat(page.locator(".live")).hasAttribute("data-state", "lost");
        chromium.picture(page, "desk-putus-1366");
        told("SECURITY");
        page.context().setOffline(false);

        assertThat(page.locator("[data-lost-line]")).isHidden();
        assertThat(page.locator("#kejadian")).hasText("2");
        assertThat(page.locator(".live")).hasAttribute("data-state", "on");
    }

    @Test
    void aStreamThatDoesNotOpenIsTriedAgainAndAPageBroughtBackAsksAtOnce() {
        var page = chromium.desktop(IncidentDay.DESK);
        page.route("**/api/events", Route::abort);
        chromium.open(page, "/desk");
        assertThat(page.locator("[data-lost-line]")).isVisible();
        told("SECURITY");
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator("#kejadian")).hasText("2");
        assertThat(page.locator("[data-lost-line]")).isVisible();

        page.unroute("**/api/events");
        assertThat(page.locator("[data-lost-line]"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(15_000));
        told("LOGISTICS");
        assertThat(page.locator("#kejadian")).hasText("3");
    }

    @Test
    void theFirstScreenAnswersTheFiveQuestions() {
        var desktop = chromium.open(chromium.desktop(IncidentDay.DESK), "/desk");
        assertThat(desktop.locator(".live")).hasAttribute("data-state", "on");
        chromium.picture(desktop, "desk-hari-1366");
        answersOnFirstScreen(desktop, 768);
        desktop.setViewportSize(390, 844);
        chromium.picture(desktop, "desk-hari-390");
        answersOnFirstScreen(desktop, 844);
        Assertions.assertThat((Integer) desktop.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void withoutScriptsThePageSaysAsOfWhenItIs() {
        var phone = chromium.open(chromium.phone(IncidentDay.CAMAT_OF_BAROS), "/desk");
        assertThat(phone.locator(".live")).hasText("Muat ulang halaman untuk data terbaru");
        assertThat(phone.locator(".live-age")).hasText(Pattern.compile("Data per \\d\\d\\.\\d\\d\\.\\d\\d WIB"));
        phone.locator("a:has-text('Lewat batas dulu')").click();
        phone.waitForURL(url -> url.contains("urut=terlambat"));
    }

    private static void answersOnFirstScreen(Page page, int height) {
        for (var question : QUESTIONS) {
            var tile = page.locator("section[aria-labelledby=" + question + "]").boundingBox();
            Assertions.assertThat(tile.y + tile.height).as(question).isLessThanOrEqualTo(height);
        }
    }

    private void told(String category) {
        day.as(port, IncidentDay.DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"%s\", \"description\": \"Uji\", \"tps\": \"3604172001001\"}"
                                .formatted(category));
    }
}
