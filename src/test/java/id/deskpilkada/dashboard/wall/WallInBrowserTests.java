package id.deskpilkada.dashboard.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.dashboard.ManyDistricts;
import id.deskpilkada.incident.IncidentDay;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The wall as a room sees it, and the leader's telephone. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallInBrowserTests {

    private static final String SMALLEST_TEXT =
            """
            () => {
              const shown = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest('.w-sr')
                && [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim() !== ''));
              return Math.min(...shown.map(one => parseFloat(getComputedStyle(one).fontSize)));
            }
            """;
    private static final String CUT_OFF =
            """
            () => [...document.querySelectorAll('.w-tile:not([hidden]), .w-figures > li, .w-foot')].filter(one => {
              const box = one.getBoundingClientRect();
              return box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
            }).map(one => one.innerText)
            """;
    /** The longest figures that a district of 212 TPS and two races comes to. */
    private static final String CUT_FIGURES =
            """
            () => [...document.querySelectorAll('.w-tile:not([hidden])')].filter(one => {
              one.querySelectorAll('strong, em').forEach(part => part.remove());
              one.querySelector('p').insertAdjacentHTML('beforeend', '<em>▲9</em>');
              one.querySelector('p > i').insertAdjacentHTML('afterend', '<strong>212</strong>');
              one.querySelector('b').textContent = '412';
              one.querySelector('b + span').textContent = '/424';
              return one.querySelector('p').scrollWidth > one.querySelector('p').clientWidth || one.scrollHeight > one.clientHeight;
            }).map(one => one.innerText)
            """;

    private static final String SCROLLS =
            "() => [document.documentElement.scrollWidth > innerWidth, document.documentElement.scrollHeight > innerHeight]";

    /** Violet, with the word across everything, which nobody can press away or press on. */
    private static final String STYLE_OF_BAND =
            """
            () => {
              const band = document.querySelector('.practice-band');
              const over = getComputedStyle(band, '::after');
              return [getComputedStyle(band).backgroundImage.includes('rgb(109, 40, 217)'), over.content, over.position, over.pointerEvents === 'none'];
            }
            """;

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    ManyDistricts many;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium(port);
    }

    @BeforeEach
    void aRegencyOfThirtyOneDistricts() {
        day.begin();
        many.counting();
        many.form("BUPATI", BAROS_1, 271, 44, true);
        many.form("BUPATI", "3604402001001", 91, 8, false);
        many.form("BUPATI", "3604402001002", 91, 8, false);
        many.form("BUPATI", "3604402001003", 91, 8, false);
        many.form("BUPATI", "3604412001003", 91, 8, false);
        many.form("GUBERNUR", BAROS_1, 91, 8, false);
        day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"DISASTER\", \"description\": \"Banjir\", \"tps\": \"%s\", \"lifeInDanger\": true}"
                                .formatted(BAROS_1));
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private Page wall() {
        var page = chromium.desktop(DESK);
        page.clock().install();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        chromium.open(page, "/desk/wall");
        assertThat(seriousAt(page)).isEmpty();
        chromium.picture(page, "wall-layar");
        page.fill("#nama", "Layar ruang rapat");
        page.check("input[name=suara]");
        page.click("main button:has-text('Buka layar')");
        page.locator(".w-tile").first().waitFor();
        return page;
    }

    private static List<String> seriousAt(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().get(0).getHtml())
                        .toList();
    }

    @Test
    void itIsReadFromSixMetresOnAScreenAndOnAVideoWall() {
        var page = wall();
        for (int width : new int[] {1920, 3840, 5760}) {
            page.setViewportSize(width, 1080);
            assertThat(page.locator("[data-clock]"))
                    .hasText(java.util.regex.Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d"));
            chromium.picture(page, "wall-" + width);
            assertThat(page.evaluate(SCROLLS)).as("%s scrolls", width).isEqualTo(List.of(false, false));
            assertThat((List<?>) page.evaluate(CUT_OFF))
                    .as("%s cuts off", width)
                    .isEmpty();
            assertThat(((Number) page.evaluate(SMALLEST_TEXT)).doubleValue())
                    .as("smallest text at %s", width)
                    .isGreaterThanOrEqualTo(40);
            assertThat(((Number) page.evaluate(
                                    "() => parseFloat(getComputedStyle(document.querySelector('.w-figure')).fontSize)"))
                            .doubleValue())
                    .isGreaterThanOrEqualTo(90);
            assertThat(page.locator(".w-tile:visible i").first()).not().isEmpty();
            assertThat((List<?>) page.evaluate(CUT_FIGURES))
                    .as("%s cuts figures off", width)
                    .isEmpty();
        }
        assertThat(seriousAt(page)).isEmpty();
        page.setViewportSize(1920, 1080);
        var first = page.locator(".w-tile:visible h3").first().textContent();
        page.clock().fastForward(13_000);
        assertThat(page.locator(".w-tile:visible h3").first()).hasText(first);
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".w-tile:visible h3").first()).not().hasText(first);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        // The page hears of the choice with its next frame, not at once.
        assertThat(page.locator("[data-pause]")).hasAttribute("aria-pressed", "false");
        var second = page.locator(".w-tile:visible h3").first().textContent();
        page.clock().fastForward(13_000);
        assertThat(page.locator(".w-tile:visible h3").first()).not().hasText(second);
    }

    @Test
    void aLostLineIsSaidInBigWordsAndMendedWithoutLoadingThePageAnew() {
        var page = wall();
        page.setViewportSize(1920, 1080);
        page.evaluate("() => { window.kept = true; }");
        page.route("**/desk/wall/**", Route::abort);
        page.clock().fastForward(11_000);
        var band = page.locator("[data-band]");
        assertThat(band).containsText("SAMBUNGAN TERPUTUS", longEnough());
        assertThat(page.locator("html")).hasClass(java.util.regex.Pattern.compile("w-stale"));
        chromium.picture(page, "wall-lost");
        assertThat(page.evaluate(SCROLLS)).isEqualTo(List.of(false, false));

        page.unroute("**/desk/wall/**");
        page.clock().fastForward(31_000);
        assertThat(band).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
        assertThat(page.evaluate("() => window.kept")).isEqualTo(true);

        installation.asOwner().update("UPDATE desk.wall_screen SET ended_at = now()");
        page.clock().fastForward(11_000);
        page.clock().fastForward(11_000);
        assertThat(band).containsText("sudah ditutup", longEnough());
        assertThat(page.locator(".w-figure")).hasCount(0);
    }

    private static LocatorAssertions.ContainsTextOptions longEnough() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }

    @Test
    void theWallOfAPracticeSaysSoAcrossTheWholeRoom() {
        day.as(port, DESK).post("/api/practice", "{}");
        var page = chromium.desktop(DESK);
        page.setViewportSize(1920, 1080);
        chromium.open(page, "/desk/wall");
        page.fill("#nama", "Layar gladi");
        page.selectOption("select[name=putaran]", SmallElection.CODE + "/GLADI-1");
        page.click("main button:has-text('Buka layar')");
        page.locator(".w-tile").first().waitFor();
        assertThat(page.locator(".practice-band")).containsText("LATIHAN");
        assertThat(page.evaluate(STYLE_OF_BAND)).isEqualTo(List.of(true, "\"LATIHAN\"", "fixed", true));
        // The alarm of the real round, which is on every other wall.
        assertThat(page.locator(".w-burning li")).hasCount(0);
        chromium.picture(page, "wall-latihan");
        assertThat(page.evaluate(SCROLLS)).isEqualTo(List.of(false, false));
        assertThat((List<?>) page.evaluate(CUT_OFF)).isEmpty();
        assertThat(seriousAt(page)).isEmpty();

        page = chromium.desktop(LEADER);
        chromium.open(page, "/desk/ringkas?election=pilkada-uji&round=GLADI-1");
        assertThat(page.evaluate(STYLE_OF_BAND)).isEqualTo(List.of(true, "\"LATIHAN\"", "fixed", true));
        page.setViewportSize(390, 844);
        chromium.picture(page, "ringkas-latihan");
        chromium.open(page, "/desk/ringkas");
        assertThat(page.locator("link[href*='practice']")).hasCount(0);
    }

    @Test
    void theLeaderSeesTheDayOnOneTelephoneScreen() {
        var page = chromium.desktop(LEADER);
        page.setViewportSize(390, 844);
        chromium.open(page, "/desk/ringkas");
        assertThat(page.locator("h1")).containsText("Ada yang gawat");
        assertThat(page.locator("main")).containsText("Tidak ada yang menunggu tanda tangan");
        chromium.picture(page, "ringkas-390");
        assertThat(page.evaluate(SCROLLS)).isEqualTo(List.of(false, false));
        assertThat(seriousAt(page)).isEmpty();
    }
}
