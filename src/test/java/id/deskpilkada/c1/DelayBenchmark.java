package id.deskpilkada.c1;

import com.microsoft.playwright.Page;
import id.deskpilkada.FreshDataDirectory;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.dashboard.live.OpenPages;
import id.deskpilkada.staff.Browser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * From a report's acknowledgement to its number on the screen, at a steady rate with the dispatcher running, open pages in a real browser and other listeners; and what listeners cost
 * whoever hands in: {@code mvn test -Dgroups=benchmark -DexcludedGroups= -Dtest=DelayBenchmark}. Server, database, browser and load share one machine.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.database.binaries-dir=target/postgres-binaries",
            "DESK_ADMIN_USERNAME=admin",
            "DESK_ADMIN_PASSWORD=rahasia-admin-uji",
            "desk.ledger.per-second=10000",
            "desk.ledger.burst=10000"
        })
@ContextConfiguration(initializers = FreshDataDirectory.class)
@Import({Installation.class, SmallElection.class})
@Tag("benchmark")
class DelayBenchmark {

    private static final int PER_SECOND = Integer.getInteger("rate", 50);
    private static final int PAGES = Integer.getInteger("pages", 20);
    private static final int LISTENERS = Integer.getInteger("listeners", 180);
    private static final int SECONDS = Integer.getInteger("seconds", 30);
    /** The JVM compiles for a minute or two after its first report, on the cores that everything else shares; a desk's server has been at work since 05.00. */
    private static final int WARM = Integer.getInteger("warm", 120);

    /** Notes each number that the page shows, and when. */
    private static final String NOTED =
            """
            place => {
              const number = () => Number((document.querySelector(place)?.textContent ?? "0").replaceAll(".", ""));
              window.shown = [];
              window.from = number();
              let last = window.from;
              new MutationObserver(() => {
                const now = number();
                if (now !== last) window.shown.push([Date.now(), now]);
                last = now;
              }).observe(document.body, { childList: true, subtree: true, characterData: true });
            }
            """;

    @Autowired
    C1Scenario scenario;

    @LocalServerPort
    int port;

    private SteadyReports reports;

    @Test
    void fromAcknowledgementToTheScreen() throws Exception {
        begin();
        try (var listening = OpenPages.open(port, token(), LISTENERS).listen();
                var chromium = new Chromium(port)) {
            var pages = new ArrayList<Page>();
            for (int page = 0; page < PAGES; page++) {
                // One browser lets no more than six lines to a host be open at a time.
                var open = chromium.desktop("admin", "rahasia-admin-uji");
                chromium.open(open, "/desk");
                open.locator(".live[data-state=on]").waitFor();
                open.evaluate(NOTED, "#c1-BUPATI [data-received]");
                pages.add(open);
            }
            var sent = reports.send(PER_SECOND * SECONDS, PER_SECOND);
            var delays = new ArrayList<Long>();
            for (var page : pages) {
                var from = ((Number) page.evaluate("() => window.from")).intValue();
                page.waitForFunction("all => window.shown.some(one => one[1] >= all)", from + sent.size());
                delays.addAll(delays(sent, page, from));
            }
            System.out.printf(
                    "at %d reports/s, %d pages in a browser and %d other listeners, from acknowledgement to screen in ms: p50 %d, p99 %d, longest %d%n",
                    PER_SECOND,
                    PAGES,
                    LISTENERS,
                    SteadyReports.percentile(delays, 0.5),
                    SteadyReports.percentile(delays, 0.99),
                    SteadyReports.percentile(delays, 1));
        }
    }

    /** The n-th report to be acknowledged is on the screen when the page counts n. */
    private static List<Long> delays(List<SteadyReports.Sent> sent, Page page, int from) {
        var shown = (List<?>) page.evaluate("() => window.shown");
        var delays = new ArrayList<Long>();
        int at = 0;
        for (int number = 0; number < sent.size(); number++) {
            while (number(shown.get(at), 1) < from + number + 1) {
                at++;
            }
            var acknowledged = sent.get(number).acknowledged();
            delays.add(Math.max(0, number(shown.get(at), 0) - acknowledged.toEpochMilli()));
        }
        return delays;
    }

    private static long number(Object pair, int place) {
        return ((Number) ((List<?>) pair).get(place)).longValue();
    }

    @Test
    void whatListenersCostWhoeverHandsIn() throws Exception {
        begin();
        handIn("nobody listens");
        try (var reading = OpenPages.open(port, token(), 200).listen()) {
            handIn("200 listeners read");
        }
        try (var deaf = OpenPages.open(port, token(), 200)) {
            handIn("200 listeners do not read");
        }
        handIn("nobody listens any more");
    }

    private void handIn(String when) throws InterruptedException {
        var begun = Instant.now();
        var took = reports.send(PER_SECOND * SECONDS, PER_SECOND).stream()
                .filter(one -> one.status() == 201)
                .map(one -> one.took().toMillis())
                .toList();
        System.out.printf(
                "%s: %d reports at %d/s since %s, answered in ms: p50 %d, p99 %d, longest %d%n",
                when,
                took.size(),
                PER_SECOND,
                begun,
                SteadyReports.percentile(took, 0.5),
                SteadyReports.percentile(took, 0.99),
                SteadyReports.percentile(took, 1));
    }

    private void begin() throws InterruptedException {
        scenario.begin();
        scenario.manyStations(PER_SECOND * (SECONDS * 4 + WARM) + 400);
        reports = new SteadyReports(port);
        reports.send(200, 20);
        reports.send(PER_SECOND * WARM, PER_SECOND);
    }

    private String token() {
        return new Browser(port)
                .signIn("admin", "rahasia-admin-uji")
                .cookie("DESK-SESSION")
                .orElseThrow()
                .getValue();
    }
}
