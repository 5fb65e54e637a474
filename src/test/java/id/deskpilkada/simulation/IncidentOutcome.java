package id.deskpilkada.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.incident.Scenes;
import id.deskpilkada.simulation.world.World;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;

/** How the incidents of the day have ended in a demo of one district, asked over HTTP. */
final class IncidentOutcome {

    private static final long SEED = 20241127;
    private static final Scenes SCENES = new Scenes(World.of(SEED, 1), SEED);

    private final DeskClient desk;

    IncidentOutcome(DeskClient desk) {
        this.desk = desk;
    }

    void isAsTheGuideSays() {
        theFloodWasHandledByBpbd();
        kpuKnowsOfTheHaltedVote();
        anAmbulanceCame();
        threeReportsBecameOneBrawl();
        silenceWentOnStepByStepAndEachOnce();
        theRumourWasRejected();
        theLesserOnesAreClosed();
        oneIsLeftToTheDeskAndOneToBpbd();
    }

    private void theFloodWasHandledByBpbd() {
        var flood = only("DISASTER", SCENES.flooded().village().code(), "CLOSED");
        assertThat(flood.path("reports").path(0).path("photos")).hasSize(1);
        assertThat(steps(flood)).containsSubsequence("ACKNOWLEDGED", "ON_THE_WAY", "ARRIVED", "DONE", "CLOSED");
        assertThat(dispatch(flood, "bpbd").path("state").asText()).isEqualTo("DONE");
    }

    private void kpuKnowsOfTheHaltedVote() {
        var halted = only("LOGISTICS", SCENES.flooded().tps(), "CLOSED");
        assertThat(halted.path("incident").path("votingHalted").asBoolean()).isTrue();
        assertThat(halted.path("votingResumedAt").asText("")).isNotBlank();
        assertThat(Collections.frequency(steps(halted), "PASSED_ON")).isEqualTo(1);
    }

    private void anAmbulanceCame() {
        var collapse = only("HEALTH", SCENES.collapse().tps(), "CLOSED");
        assertThat(collapse.path("incident").path("severity").asInt()).isEqualTo(4);
        assertThat(collapse.path("hurtCount").asInt()).isEqualTo(1);
        var ambulance = dispatch(collapse, "psc");
        assertThat(OffsetDateTime.parse(ambulance.path("acknowledgedAt").asText()))
                .isBefore(OffsetDateTime.parse(ambulance.path("acknowledgeBy").asText()));
        assertThat(steps(collapse)).containsSubsequence("REPORTED", "ASSIGNED", "TRIAGED", "DONE", "CLOSED");
    }

    private void threeReportsBecameOneBrawl() {
        var brawl = only("SECURITY", SCENES.brawl().tps(), "CLOSED");
        assertThat(brawl.path("reports")).hasSize(3);
        assertThat(brawl.path("reports").findValuesAsText("of")).hasSize(2).doesNotHaveDuplicates();
        assertThat(Collections.frequency(steps(brawl), "MERGED_IN")).isEqualTo(2);
        assertThat(list("state=MERGED")).hasSize(2).allSatisfy(merged -> assertThat(
                        merged.path("mergedInto").asText())
                .isEqualTo(brawl.path("incident").path("number").asText()));
    }

    private void silenceWentOnStepByStepAndEachOnce() {
        var dark = only("POWER_NETWORK", SCENES.dark().tps(), "CLOSED");
        var steps = steps(dark);
        assertThat(Collections.frequency(steps, "CONTACTED")).isEqualTo(3);
        assertThat(steps)
                .containsSubsequence("CONTACTED", "CONTACTED", "CONTACTED", "LEADER_TOLD", "CALLED", "ACKNOWLEDGED");
        assertThat(List.of("CALL_OPENED", "LEADER_TOLD", "CALLED"))
                .allSatisfy(step ->
                        assertThat(Collections.frequency(steps, step)).as(step).isEqualTo(1));
        assertThat(dispatch(dark, "pln").path("answeredVia").asText()).isEqualTo("PHONE");
    }

    private void theRumourWasRejected() {
        assertThat(list("state=REJECTED")).singleElement().satisfies(rumour -> assertThat(
                        rumour.path("tps").asText())
                .isEqualTo(SCENES.rumour().tps()));
    }

    private void theLesserOnesAreClosed() {
        only("LOGISTICS", SCENES.withoutBallots().tps(), "CLOSED");
        only("OBJECTION", SCENES.objected().tps(), "CLOSED");
        var watched = only("VIOLATION", SCENES.watched().tps(), "CLOSED");
        assertThat(dispatch(watched, "bawaslu").path("state").asText()).isEqualTo("DONE");
    }

    private void oneIsLeftToTheDeskAndOneToBpbd() {
        assertThat(list("state=REPORTED")).singleElement().satisfies(open -> {
            assertThat(open.path("severity").asInt()).isEqualTo(3);
            assertThat(open.path("tps").asText()).isEqualTo(SCENES.blocked().tps());
        });
        assertThat(get("bpbd", "/api/dispatches?state=SENT").path("items"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.path("agency").asText()).isEqualTo("bpbd"));
    }

    private JsonNode only(String category, String region, String state) {
        var found = list("category=" + category + "&state=" + state + "&region=" + region);
        var exact = found.findParents("id").stream()
                .filter(head ->
                        head.path("tps").asText(head.path("region").asText()).equals(region))
                .toList();
        assertThat(exact).as(category + " at " + region + " " + found).hasSize(1);
        return get("desk1", "/api/incidents/" + exact.get(0).path("id").asLong());
    }

    private JsonNode list(String filter) {
        return get("desk1", "/api/incidents?size=200&" + filter).path("items");
    }

    private static List<String> steps(JsonNode incident) {
        return incident.path("timeline").findValuesAsText("step");
    }

    private static JsonNode dispatch(JsonNode incident, String agency) {
        for (var sent : incident.path("dispatches")) {
            if (sent.path("agency").asText().equals(agency)) {
                return sent;
            }
        }
        throw new AssertionError(agency + " was not sent: " + incident);
    }

    private JsonNode get(String username, String path) {
        var answer = desk.get(username, path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
