package id.deskpilkada.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.voting.VotingOutcome;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a visitor starts it: it plays to its end, leaves numbers that add up and work to do, and survives a restart. */
class SimulationIT {

    static final String PASSWORD = "simulasi-serang";
    static final String TALLY = "/api/tally/%s?region=36.04";

    static final Map<String, String> HOMES =
            Map.of(People.BPBD, "/instansi", People.PSC, "/instansi", People.PUSKESMAS, "/kesehatan");

    /** What people do wrong in the demo, and the application refuses. */
    static final Set<String> REFUSALS =
            Set.of("COPY_FOREIGN", "COPY_WITH_LETTERS", "LOWER_WITHOUT_REASON", "REPORT_FOREIGN_TPS");

    @TempDir
    Path folder;

    @Test
    void theDayPlaysToItsEndOnceAndOnlyOnce() throws Exception {
        JsonNode tally;
        try (var demo = PackagedDemo.start(folder, Map.of("DESK_ADMIN_PASSWORD", "bukan-kata-sandi-simulasi"))) {
            var end = demo.end();
            assertThat(end).startsWith("SIMULASI: selesai");
            assertThat(end)
                    .contains("DECIDE", "NOTE", "CORRECT", "MERGE", "CALL_AGENCY", "EXTEND_HOURS", "REPORT_READINESS")
                    .contains("SEAL_DISTRICT_REPORT_AGAIN", "APPROVE_REGENCY_REPORT");
            assertThat(refused(end)).containsExactlyInAnyOrderElementsOf(REFUSALS);
            var desk = new DeskClient(demo.root(), PASSWORD);
            new WeeksOutcome(desk).isAsTheGuideSays();
            new VotingOutcome(desk).isAsTheGuideSays();
            new IncidentOutcome(desk).isAsTheGuideSays();
            new TierOutcome(desk).isAsTheGuideSays();
            tally = theNumbersAddUp(desk);
            thereIsWorkForAVisitor(desk);
            everyPageSaysSimulation(demo.root());
            aVisitorIsAnybodyWithOneClick(demo.root());
            new DemoPictures(demo.root(), desk).areAsTheGuideShows();
        }
        try (var again = PackagedDemo.start(folder, Map.of())) {
            assertThat(again.end()).startsWith("SIMULASI: selesai");
            var after = get(new DeskClient(again.root(), PASSWORD), "desk1", TALLY.formatted("BUPATI"));
            assertThat(after.path("votes")).isEqualTo(tally.path("votes"));
            assertThat(after.path("received")).isEqualTo(tally.path("received"));
            assertThat(after.path("verified")).isEqualTo(tally.path("verified"));
        }
    }

    @Test
    void aRealInstallationsFolderIsRefusedInPlainWords() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("postgres"));
        try (var demo = PackagedDemo.start(folder, Map.of())) {
            assertThat(demo.refusal()).contains("APPLICATION FAILED TO START", "berisi instalasi yang sebenarnya");
        }
    }

    private static List<String> refused(String end) {
        return Pattern.compile("([A-Z_]+) refused")
                .matcher(end)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static JsonNode theNumbersAddUp(DeskClient desk) {
        var bupati = get(desk, "desk1", TALLY.formatted("BUPATI"));
        var gubernur = get(desk, "desk1", TALLY.formatted("GUBERNUR"));
        assertThat(bupati.path("disclaimer").asText()).startsWith("SIMULASI");
        assertThat(bupati.path("verified").asInt()).isPositive();
        assertThat(bupati.path("received").asInt())
                .isGreaterThan(bupati.path("verified").asInt())
                .isLessThan(bupati.path("expected").asInt());
        assertThat(bupati.path("held").asInt() + gubernur.path("held").asInt()).isPositive();
        assertThat(get(desk, "pengawas", "/api/checks/recount").path("ok").asBoolean())
                .isTrue();
        assertThat(get(desk, "pengawas", "/api/checks/ledger").path("ok").asBoolean())
                .isTrue();
        return bupati;
    }

    private static void thereIsWorkForAVisitor(DeskClient desk) {
        var village = World.of(1, 1).visitorsVillage();
        assertThat(task(desk, "desk1", "decide-difference")).isTrue();
        assertThat(task(desk, "desk1", "note-inconsistency")).isTrue();
        assertThat(task(desk, People.verifier(village.districtCode(), 1), "rekey-c1"))
                .isTrue();
        assertThat(task(desk, People.villageAdmin(village), "copy-c1")).isTrue();
    }

    private static boolean task(DeskClient desk, String username, String key) {
        var tasks = get(desk, username, "/api/tasks?size=200").path("items");
        for (var task : tasks) {
            if (task.path("key").asText().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static void everyPageSaysSimulation(URI root) throws IOException, InterruptedException {
        assertThat(page(root, "/masuk")).contains("SIMULASI", "Admin desa Margasana");
        assertThat(page(root, "/")).contains("SIMULASI");
    }

    private static void aVisitorIsAnybodyWithOneClick(URI root) {
        try (var chromium = new Chromium(root.getPort())) {
            var people = chromium.at("/masuk").locator(".sign-in-people button");
            for (var username : people.all().stream()
                    .map(person -> person.getAttribute("value"))
                    .toList()) {
                var page = chromium.at("/masuk");
                var landed = page.waitForNavigation(() -> page.click("button[value='" + username + "']"));
                assertThat(page.url()).as(username).doesNotContain("/masuk");
                assertThat(landed.status()).as(username + " at " + page.url()).isEqualTo(200);
                if (HOMES.containsKey(username)) {
                    assertThat(page.url()).as(username).endsWith(HOMES.get(username));
                }
            }
        }
    }

    private static String page(URI root, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static JsonNode get(DeskClient desk, String username, String path) {
        var answer = desk.get(username, path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
