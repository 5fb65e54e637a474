package id.deskpilkada.fieldapp;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long the field app takes to open on a bad line, for the first time and afterwards. Figures are in {@code docs/benchmarks.md}: {@code mvn test -Dgroups=benchmark -DexcludedGroups= -Dtest=FieldAppBenchmark}. */
@WholeApplication
@Tag("benchmark")
class FieldAppBenchmark {

    private static final int ROUNDS = 3;
    private static final int BITS = 240_000;
    private static final int LATENCY = 400;
    private static final String BYTES =
            "() => { const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];"
                    + " return all.length + ' requests, ' + all.reduce((sum, one) => sum + one.transferSize, 0) + ' bytes'; }";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        installation.empty();
        var round = election.withVoting();
        transactions.write("test", () -> rounds.prepare(round));
        new People(staff, secrets).add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
    }

    /** 240 kbit/s each way and 400 ms for every request by the browser's own throttle, nothing on the phone; then the same phone without network. */
    @Test
    void openingOnABadLine() {
        for (int round = 1; round <= ROUNDS; round++) {
            try (var chromium = new Chromium(port)) {
                var page = phone(chromium);
                slow(page);
                System.out.printf("%s, throttle: first opening %s%n", load(), opening(chromium, page));
                keptWhole(page);
                page.context().setOffline(true);
                System.out.printf("%s, without network %s%n", load(), opening(chromium, page));
            }
        }
    }

    /** The same on a line that makes connections wait as well. */
    @Test
    void openingOverConnections() throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            try (var line = new SlowLine(port, BITS, Duration.ofMillis(LATENCY / 2));
                    var chromium = new Chromium(line.port())) {
                var page = phone(chromium);
                System.out.printf("%s, line: first opening %s%n", load(), opening(chromium, page));
                System.out.printf("%d bytes over %d connections with the day%n", line.bytes(), line.connections());
                keptWhole(page);
                System.out.printf("%d bytes over %d connections until whole%n", line.bytes(), line.connections());
            }
        }
    }

    private Page phone(Chromium chromium) {
        var page = chromium.empty();
        page.setViewportSize(390, 844);
        page.context().addCookies(List.of(session()));
        return page;
    }

    private static void keptWhole(Page page) {
        page.waitForFunction("() => navigator.serviceWorker.ready.then(one => one.active !== null)");
        System.out.printf("kept whole after %s ms%n", page.evaluate("() => Math.round(performance.now())"));
    }

    private static String load() {
        return "load %.0f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private String opening(Chromium chromium, Page page) {
        chromium.open(page, "/lapangan");
        page.locator(".fa-big").waitFor();
        var usable = page.evaluate("() => Math.round(performance.now())");
        var bytes = page.evaluate(BYTES);
        page.locator(".fa-due, .fa-calm").first().waitFor();
        return "%s ms usable (%s), %s ms with the day"
                .formatted(usable, bytes, page.evaluate("() => Math.round(performance.now())"));
    }

    private Cookie session() {
        var opened = new DeskClient(port, "siti", People.PASSWORD)
                .post("/api/sessions", "{\"username\":\"siti\",\"password\":\"%s\"}".formatted(People.PASSWORD));
        return new Cookie("DESK-SESSION", opened.body().path("token").asText()).setUrl("http://localhost:" + port);
    }

    private static void slow(Page page) {
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.clearBrowserCache");
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", LATENCY);
        slow.addProperty("downloadThroughput", BITS / 8);
        slow.addProperty("uploadThroughput", BITS / 8);
        network.send("Network.emulateNetworkConditions", slow);
    }
}
