package id.deskpilkada.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.deskpilkada.Installation;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo of one district in a short day: it plays to its end, and leaves numbers that add up and work for a visitor. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.demo.duration=15s",
            "desk.demo.districts=1",
            "desk.database.binaries-dir=target/postgres-binaries"
        })
@Import(Installation.class)
@ActiveProfiles("demo")
@DirtiesContext
class SimulationIT {

    @TempDir
    static Path folder;

    @Autowired
    Simulation simulation;

    @Autowired
    DemoSettings settings;

    @Autowired
    World world;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    DeskClient desk;
    Map<String, Long> acts;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry properties) {
        properties.add("desk.data-dir", folder::toString);
    }

    @BeforeEach
    void theDayIsOver() throws Exception {
        acts = simulation.ended().get(4, TimeUnit.MINUTES);
        desk = new DeskClient(URI.create("http://localhost:" + port), settings.password());
    }

    @Test
    void theDayLeavesNumbersThatAddUpAndWorkForAVisitor() {
        var tally = get("desk1", "/api/tally/BUPATI?region=36.04");
        assertThat(tally.path("disclaimer").asText()).startsWith("SIMULASI");
        assertThat(tally.path("received").asInt()).isPositive();
        assertThat(tally.path("verified").asInt()).isPositive();
        assertThat(tally.path("received").asInt())
                .isLessThan(tally.path("expected").asInt());
        assertThat(tally.path("held").asInt()
                        + get("desk1", "/api/tally/GUBERNUR?region=36.04")
                                .path("held")
                                .asInt())
                .as("disputed and inconsistent forms")
                .isPositive();

        assertThat(tasks("desk1")).as("disputes left to the desk").isPositive();
        assertThat(tasks(People.verifier("36.04.05", 1)))
                .as("photos left to re-key")
                .isPositive();
        assertThat(tasks(People.villageAdmin(world.visitorsVillage())))
                .as("papers left to copy")
                .isPositive();

        assertThat(get("admin", "/api/checks/recount").path("ok").asBoolean()).isTrue();
        assertThat(get("admin", "/api/checks/ledger").path("ok").asBoolean()).isTrue();

        assertThat(acts).containsKeys("COPY", "PHOTO", "REKEY", "REJECT_PHOTO", "REPEAT_BY_PHONE", "DECIDE", "NOTE");
        assertThat(acts.keySet().stream().filter(act -> act.endsWith(" refused")))
                .containsExactlyInAnyOrder("COPY_FOREIGN refused", "COPY_WITH_LETTERS refused");
    }

    @Test
    void everyPageSaysThatItIsASimulation() {
        assertThat(page("/masuk")).contains("SIMULASI").contains("Admin desa Margasana");
        assertThat(page("/masuk?lang=en")).contains("SIMULATION");
        assertThat(page("/camunda/app/desk/styles/house.css"))
                .contains("--desk-navy")
                .contains("SIMULASI");
    }

    @Test
    void aSecondRunOnTheSameDataChangesNothing() throws InterruptedException {
        var before = get("desk1", "/api/tally/BUPATI?region=36.04");
        new id.deskpilkada.simulation.day.ElectionDay(
                        desk,
                        world,
                        new id.deskpilkada.simulation.day.ElectionDay.Plan(
                                "admin", settings.password(), settings.seed(), settings.duration(), 4),
                        java.time.Clock.systemUTC())
                .run();
        var after = get("desk1", "/api/tally/BUPATI?region=36.04");
        assertThat(after.path("votes")).isEqualTo(before.path("votes"));
        assertThat(after.path("received")).isEqualTo(before.path("received"));
    }

    private int tasks(String username) {
        return get(username, "/api/tasks").path("total").asInt();
    }

    private JsonNode get(String username, String path) {
        var answer = desk.get(username, path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body() == null ? JsonNodeFactory.instance.objectNode() : answer.body();
    }

    private String page(String path) {
        return http.getForObject(path, String.class);
    }
}
