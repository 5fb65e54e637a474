package id.deskpilkada.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.staff.People;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The board of incidents as the desk uses it all day: it moves by itself and disturbs nobody. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentBoardInBrowserTests {

    private static final String PAGE = "/desk/kejadian";

    @Autowired
    IncidentDay day;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium(port);
    }

    @BeforeEach
    void begin() {
        day.begin();
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(chromium.failures()).isEmpty();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private long told(String category, String tps, String more) {
        return day.as(port, DESK)
                .post(
                        "/api/incidents",
                        "{\"category\": \"%s\", \"description\": \"Air masuk ke TPS, kotak dipindahkan\", \"tps\": \"%s\", \"caller\": \"Bu Ani 0812-3456-7890\"%s}"
                                .formatted(category, tps, more))
                .body()
                .path("id")
                .asLong();
    }

    @Test
    void aGraveIncidentComesByItselfAndDisturbsNobody() {
        long lesser = told("SECURITY", MARGASANA_1, "");
        var desk = chromium.open(chromium.desktop(DESK), PAGE);
        assertThat(desk.locator(".live")).containsText("Tersambung");
        assertThat(desk).hasTitle("Kejadian · Desk Pilkada");
        assertThat(desk.locator("#K-" + lesser + " .clock").first()).containsText("sisa");
        desk.keyboard().press("j");
        assertThat(desk.locator("#l-" + lesser)).isFocused();

        long grave = told("DISASTER", BAROS_1, ", \"lifeInDanger\": true");
        desk.locator("#K-" + grave).waitFor();
        assertThat(desk).hasTitle("(1!) Kejadian · Desk Pilkada");
        assertThat(desk.locator("[data-said]")).containsText("K-" + grave + " Bencana");
        assertThat(desk.locator("#l-" + lesser)).isFocused();
        assertThat(desk.locator("[data-card]").first()).hasId("l-" + grave);

        desk.keyboard().press("k");
        assertThat(desk.locator("#l-" + grave)).isFocused();
        chromium.picture(desk, "kejadian-1366");
        desk.keyboard().press("/");
        assertThat(desk.locator("#cari")).isFocused();
        desk.locator("#l-" + grave).press("Enter");
        desk.waitForURL(Pattern.compile(PAGE + "/" + grave + "$"));
    }

    @Test
    void theSoundIsOffUntilItIsWantedAndThenRemembered() {
        var desk = chromium.open(chromium.desktop(DESK), PAGE);
        var sound = desk.locator("[data-sound]");
        assertThat(sound).hasAttribute("aria-pressed", "false");
        sound.click();
        assertThat(sound).hasText("Tanda bunyi aktif");
        desk.reload();
        assertThat(desk.locator("[data-sound]")).hasAttribute("aria-pressed", "true");
        desk.keyboard().press("?");
        assertThat(desk.locator("[data-keys-dialog]")).containsText("kartu berikutnya");
    }

    @Test
    void onATelephoneTheGravestComesFirstAndNothingIsCutOff() {
        told("LOGISTICS", MARGASANA_1, "");
        long grave = told("DISASTER", BAROS_1, ", \"lifeInDanger\": true, \"votingHalted\": true");
        for (var page : List.of(phone(), chromium.phone(DESK))) {
            chromium.open(page, PAGE);
            assertThat(page.locator("[data-card]").first()).hasId("l-" + grave);
            assertThat(page.locator("#K-" + grave + " a[href^='tel:']")).hasAttribute("href", "tel:+6281234567890");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            page.close();
        }
    }

    private Page phone() {
        var page = chromium.desktop(DESK);
        page.setViewportSize(390, 844);
        return page;
    }

    @Test
    void whatACallerSaysIsTypedAndWhatWasToldAlreadyShowsUp() {
        long known = told("DISASTER", MARGASANA_1, "");
        var desk = chromium.open(chromium.desktop(DESK), PAGE);
        desk.keyboard().press("n");
        desk.locator("#tempat").pressSequentially("TPS 1 marga");
        desk.locator("#tempat-pilihan option")
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        desk.fill("#tempat", "TPS 001 Margasana, Kramatwatu");
        desk.check("input[value=DISASTER]");
        assertThat(desk.locator("[data-alike] a")).containsText("K-" + known);
        desk.fill("#uraian", "Atap TPS roboh");
        chromium.picture(desk, "kejadian-catat-1366");
        desk.click("main button:has-text('Simpan kejadian')");
        desk.waitForURL(Pattern.compile(PAGE + "/\\d+$"));
        assertThat(day.newest()).isGreaterThan(known);
        assertThat(day.rows("SELECT area FROM desk.incident WHERE id = ?", day.newest()))
                .containsExactly(MARGASANA_1);
    }

    @Test
    void withoutScriptsAPlaceIsChosenAndNothingTypedIsLost() {
        var page = chromium.open(chromium.withoutScripts(DESK, People.PASSWORD), PAGE + "/catat");
        page.fill("#tempat", "TPS 1");
        page.check("input[value=FIRE]");
        page.fill("#uraian", "Asap dari gudang");
        page.check("input[value=korban]");
        page.click("main button:has-text('Simpan kejadian')");
        assertThat(page.locator("#tempat-salah")).containsText("Ada beberapa tempat");
        assertThat(page.locator("#uraian")).hasValue("Asap dari gudang");
        page.click("button:has-text('TPS 001 Baros, Baros')");
        page.waitForURL(Pattern.compile(PAGE + "/\\d+$"));
        assertThat(day.rows("SELECT area || ' ' || people_hurt FROM desk.incident"))
                .containsExactly(BAROS_1 + " true");
    }

    @Test
    void nothingKeepsAnybodyOut() {
        told("DISASTER", BAROS_1, ", \"lifeInDanger\": true");
        var desk = chromium.desktop(DESK);
        for (var path : List.of(PAGE + "?peta=ya", PAGE + "?tahap=ditutup", PAGE + "/catat")) {
            chromium.open(desk, path);
            var found = new AxeBuilder(desk)
                    .analyze().getViolations().stream()
                            .filter(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                            .map(violation -> violation.getId() + ": "
                                    + violation.getNodes().get(0).getHtml())
                            .toList();
            assertThat(found).as(path).isEmpty();
        }
    }
}
