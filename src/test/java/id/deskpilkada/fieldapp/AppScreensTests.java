package id.deskpilkada.fieldapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every screen of the field app, in the sun and in the dark, small, and in large letters: read, touched and heard by everybody. */
@WholeApplication
class AppScreensTests {

    /** Contrast of 7:1 is asked for everywhere: the sun takes the rest. */
    private static final String AXE =
            "async () => (await axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}, 'color-contrast-enhanced': {enabled: true}}}))"
                    + ".violations.map(found => found.id + ': ' + found.nodes.slice(0, 3).map(node => node.target.join(' ')"
                    + " + ' ' + node.any.map(why => why.message).join()).join(' | '))";

    private static final String TOO_SMALL_FOR_A_THUMB =
            """
            () => [...document.querySelectorAll('.fa-frame :is(a[href], button, input, select, textarea, summary)')]
              .filter(one => one.offsetParent && !one.matches('.fa-skip, .fa-photo-input') && !(one.matches('a') && one.parentElement.matches('p:not([class])')))
              .filter(one => one.getBoundingClientRect().height < 44)
              .map(one => one.outerHTML.slice(0, 120))
            """;

    private static final String FORMS_ARE_KEPT =
            "() => import('/lapangan-app/' + document.documentElement.dataset.version + '/store.js')"
                    + ".then(part => part.store().count('forms')).then(n => n > 0)";

    /** What is only waiting must not look as if it had been refused. */
    private static final String ALARMING =
            """
            () => {
              const probe = document.body.appendChild(document.createElement('i'));
              probe.style.color = 'var(--bad)';
              const bad = getComputedStyle(probe).color;
              probe.remove();
              return getComputedStyle(document.querySelector('.fa-outbox-saved .fa-outbox-state')).color === bad;
            }
            """;

    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth";

    /** What is waited for, by the screen. */
    private static final Map<String, String> SCREENS = new LinkedHashMap<>();

    static {
        SCREENS.put("/", ".fa-big");
        SCREENS.put("/laporan", ".fa-group");
        SCREENS.put("/c1", ".fa-tps");
        SCREENS.put("/kejadian", ".fa-choices");
        SCREENS.put("/antrean", ".fa-outbox-saved");
        SCREENS.put("/nomor", "main h1:has-text('Nomor')");
        SCREENS.put("/latihan", ".fa-practice, main h1:has-text('Latihan')");
        SCREENS.put("/keluar", ".fa-actions");
        for (var kind : List.of("VOTING", "C1&race=BUPATI", "C1_PHOTOS&race=BUPATI", "READINESS", "SITUATION")) {
            SCREENS.put("/isi?kind=" + kind + "&tps=" + SmallElection.MARGASANA_1, ".fa-send, .fa-notice-warn");
        }
        SCREENS.put("/isi?kind=INCIDENT", ".fa-send");
    }

    @LocalServerPort
    int port;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    Dispatcher dispatcher;

    @Test
    void everyScreenIsForEverybody() {
        var day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
        try (var chromium = new Chromium(port)) {
            var page = chromium.desktop("siti", VotingDay.PASSWORD);
            page.setViewportSize(390, 844);
            chromium.open(page, "/lapangan");
            page.locator(".fa-outbox-line a").waitFor();
            page.waitForFunction(FORMS_ARE_KEPT);
            page.evaluate(AxeBuilder.getAxeScript());
            page.route("**/api/field-reports/*", Route::abort);
            page.evaluate(
                    """
                    async tps => (await import('/lapangan-app/' + document.documentElement.dataset.version + '/outbox/outbox.js')).hand({ label: 'Pemungutan TPS 001',
                      round: { kind: 'REGULAR' }, report: { kind: 'VOTING', tps, slot: '10.00', observedAt: new Date().toISOString(), data: { voters: { total: 40 } } } })""",
                    SmallElection.MARGASANA_1);

            var found = new ArrayList<String>();
            SCREENS.forEach((screen, part) -> look(chromium, page, screen, part, found));
            assertThat(found).isEmpty();
            assertThat(chromium.failures()).isEmpty();
        }
    }

    private static void look(Chromium chromium, Page page, String screen, String part, List<String> found) {
        page.evaluate("screen => { location.hash = '#' + screen; }", screen);
        page.locator(part).first().waitFor();
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            ((List<?>) page.evaluate(AXE)).forEach(what -> found.add(screen + " " + scheme + " " + what));
        }
        ((List<?>) page.evaluate(TOO_SMALL_FOR_A_THUMB)).forEach(what -> found.add(screen + " small " + what));
        page.setViewportSize(320, 640);
        if (page.evaluate(SIDEWAYS).equals(true)) {
            found.add(screen + " is wider than 320 px");
        }
        page.setViewportSize(390, 844);
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        if (page.evaluate(SIDEWAYS).equals(true)) {
            found.add(screen + " is too wide in large letters");
        }
        if (screen.equals("/antrean") && page.evaluate(ALARMING).equals(true)) {
            found.add("what waits on the phone is written in the colour of what was refused");
        }
        if (screen.equals("/")) {
            chromium.picture(page, "lapangan-huruf-besar");
        }
        page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
    }
}
