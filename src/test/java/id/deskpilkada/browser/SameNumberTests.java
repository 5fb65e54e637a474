package id.deskpilkada.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.WaitUntilState;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people before two pages see one report come in. How quickly is said by {@code DelayBenchmark}; here, that they are told and do not ask. */
@WholeApplication
class SameNumberTests {

    /** Far less than a page would wait before it asks by itself. */
    private static final double BOUND = 8_000;

    /** Notes when each hint arrives, by the page's own clock. */
    private static final String NOTED =
            """
            window.hints = [];
            window.EventSource = class extends EventSource {
              constructor(address) {
                super(address);
                this.addEventListener("message", () => window.hints.push(performance.now()));
              }
            };
            """;

    /** When the part of the page that changes was fetched since a moment. */
    private static final String FETCHED =
            """
            since => performance.getEntriesByType("resource").filter(entry => entry.initiatorType === "xmlhttprequest" && entry.startTime > since).map(entry => entry.startTime)
            """;

    private static final String FIRST_FETCHED =
            "() => performance.getEntriesByType('resource').some(entry => entry.initiatorType === 'xmlhttprequest' && entry.responseEnd > 0)";

    @Autowired
    FormDay day;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void begin() {
        day.begin();
        new People(staff, secrets).add("camat", "Cici Camat", "camat@36.04.05");
        chromium = new Chromium(port);
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void theDeskAndACamatSeeTheSameReportOnTwoPages() {
        var desk = watching(FormDay.DESK, "/desk", "#c1-BUPATI [data-received]");
        var camat = watching("camat", "/desk/suara?race=BUPATI", "#angka [aria-labelledby=h-coverage] .figure");

        day.form(port, FormDay.ADMIN, FormDay.TPS, 120, 90);

        for (var page : List.of(desk, camat)) {
            assertThat(page.number()).hasText("1", new HasTextOptions().setTimeout(BOUND));
            assertThat(page.hints()).as("told").isNotEmpty();
            assertThat(page.fetched()).isNotEmpty().allSatisfy(at -> assertThat(at)
                    .as("asked only when told")
                    .isGreaterThanOrEqualTo(page.hints().get(0)));
        }
    }

    @Test
    void theFirstFiguresAreAskedForAlsoWhereAnotherScriptIsLate() {
        var page = chromium.desktop(FormDay.DESK);
        var late = new CompletableFuture<Route>();
        page.route("**/js/day.js", late::complete);
        page.navigate(
                "http://localhost:" + port + "/desk", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(late::isDone);
        page.waitForFunction(
                "() => performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/js/live.js') && performance.now() > entry.responseEnd + 1500)");
        late.join().resume();

        assertThat(page.locator(".live")).hasAttribute("data-state", "on");
        page.waitForFunction(FIRST_FETCHED, null, new Page.WaitForFunctionOptions().setTimeout(BOUND));
    }

    /** A page that is in step: connected, its first figures fetched, nothing on the way. */
    private Watched watching(String username, String path, String number) {
        var page = chromium.desktop(username);
        page.addInitScript(NOTED);
        chromium.open(page, path);
        assertThat(page.locator(".live")).hasAttribute("data-state", "on");
        page.waitForFunction(FIRST_FETCHED);
        assertThat(page.locator(number)).hasText("0");
        var since =
                ((Number) page.evaluate("() => { window.hints.length = 0; return performance.now(); }")).doubleValue();
        return new Watched(page, number, since);
    }

    /** @param since milliseconds of the page's clock */
    private record Watched(Page page, String place, double since) {

        com.microsoft.playwright.Locator number() {
            return page.locator(place);
        }

        List<Double> hints() {
            return numbers(page.evaluate("() => window.hints"));
        }

        List<Double> fetched() {
            return numbers(page.evaluate(FETCHED, since));
        }

        private static List<Double> numbers(Object found) {
            return ((List<?>) found)
                    .stream().map(one -> ((Number) one).doubleValue()).toList();
        }
    }
}
