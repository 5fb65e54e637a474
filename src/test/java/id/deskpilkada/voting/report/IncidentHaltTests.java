package id.deskpilkada.voting.report;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.voting.VotingDay;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A vote that stands still is marked wherever the day is shown, whoever told it, and until somebody who knows tells that it goes on. */
@WholeApplication
class IncidentHaltTests {

    private static final String GOES_ON = "{\"halted\": false}";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Rounds rounds;

    @LocalServerPort
    int port;

    VotingDay day;

    @BeforeEach
    void begin() {
        day = new VotingDay(installation, election, dispatcher, port);
        rounds.prepare(day.round);
    }

    @Test
    void theBoardTheMapAndTheApiMarkWhatOnlyAnIncidentTells() {
        incident(MARGASANA_1, true);
        assertThat(halted(MARGASANA_1)).isTrue();
        assertThat(halted(MARGASANA_2)).isFalse();
        assertThat(summary("36.04").path("halted").asInt()).isEqualTo(1);
        assertThat(summary("36.04").path("state").asText()).isEqualTo("HALTED");
        var dewi = day.client("dewi");
        assertThat(dewi.get("/desk/pemungutan?region=36.04").text()).contains("Pemungutan terhenti", "TPS 001");
        assertThat(dewi.get("/desk/peta?lapis=pemungutan").text())
                .containsPattern(
                        "data-code=\"36.04.05\"[^>]*data-state=\"HALTED\"|data-state=\"HALTED\"[^>]*data-code=\"36.04.05\"");
    }

    @Test
    void aHaltThatIsLearntLaterIsMarkedAndTheEndOfTheIncidentLiftsIt() {
        long incident = incident(MARGASANA_1, false);
        assertThat(halted(MARGASANA_1)).isFalse();
        decide(incident, "voting-halted", "{}");
        assertThat(halted(MARGASANA_1)).isTrue();
        decide(incident, "triage", "{\"severity\": 2, \"agencies\": []}");
        decide(incident, "close", closing(", \"votingResumedAt\": \"%s\"".formatted(Instant.now())));
        assertThat(halted(MARGASANA_1)).isFalse();
        decide(incident, "reopen", "{\"reason\": \"Ribut lagi\"}");
        assertThat(halted(MARGASANA_1))
                .as("nobody has said that it stands still again")
                .isFalse();
    }

    @Test
    void anEndWithoutATimeDoesNotLetTheVoteGoOn() {
        long incident = incident(MARGASANA_1, true);
        decide(incident, "triage", "{\"severity\": 3, \"agencies\": []}");
        decide(incident, "close", closing(""));
        assertThat(halted(MARGASANA_1)).isTrue();
        day.accepted("siti", MARGASANA_1, "10.00", GOES_ON);
        assertThat(halted(MARGASANA_1)).isFalse();
    }

    @Test
    void onlyAReportThatKnowsOfItLetsTheVoteGoOn() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"halted\": false, \"security\": \"CALM\"}");
        incident(MARGASANA_1, true);
        assertThat(halted(MARGASANA_1)).as("said before").isTrue();
        day.accepted("siti", MARGASANA_1, "06.00", GOES_ON);
        assertThat(halted(MARGASANA_1)).as("about a slot that was over").isTrue();
        day.accepted("siti", MARGASANA_1, "10.00", "{\"voters\": {\"total\": 90}}");
        assertThat(halted(MARGASANA_1)).as("says nothing of it").isTrue();
        day.accepted("siti", MARGASANA_1, "12.00", GOES_ON);
        assertThat(halted(MARGASANA_1)).isFalse();
        incident(MARGASANA_1, true);
        assertThat(halted(MARGASANA_1)).as("another one").isTrue();
    }

    @Test
    void anIncidentThatWasNoneMarksNothingUntilItIsTakenUpAgain() {
        long incident = incident(MARGASANA_1, true);
        decide(incident, "reject", "{\"reason\": \"Kabar bohong\"}");
        assertThat(halted(MARGASANA_1)).isFalse();
        decide(incident, "reopen", "{\"reason\": \"Ternyata benar\"}");
        assertThat(halted(MARGASANA_1)).isTrue();
    }

    @Test
    void aMergedIncidentKeepsItsTpsMarkedUntilTheOtherOneEnds() {
        long merged = incident(MARGASANA_1, true);
        long into = incident(BAROS_1, false);
        decide(merged, "merge", "{\"into\": " + into + "}");
        assertThat(halted(MARGASANA_1)).isTrue();
        decide(into, "triage", "{\"severity\": 3, \"agencies\": []}");
        decide(into, "close", closing(", \"votingResumedAt\": \"%s\"".formatted(Instant.now())));
        assertThat(halted(MARGASANA_1)).isFalse();
    }

    @Test
    void theIncidentOfAReportOfTheDayLiftsWhatTheReportHasSaid() {
        day.accepted("siti", MARGASANA_1, "10.00", "{\"halted\": true}");
        assertThat(halted(MARGASANA_1)).isTrue();
        day.accepted("siti", MARGASANA_1, "10.00", GOES_ON);
        assertThat(halted(MARGASANA_1)).as("its successor lets it go on").isFalse();
        day.accepted("siti", MARGASANA_2, "10.00", "{\"halted\": true}");
        decide(newest(), "reject", "{\"reason\": \"Salah tekan\"}");
        assertThat(halted(MARGASANA_2)).isFalse();
    }

    private static String closing(String more) {
        return "{\"outcome\": \"Sudah tertib\"" + more + "}";
    }

    private long incident(String tps, boolean halted) {
        var answer = day.client("dewi")
                .post(
                        "/api/incidents",
                        "{\"category\": \"SECURITY\", \"description\": \"Ribut di %s %s\", \"tps\": \"%s\", \"votingHalted\": %s}"
                                .formatted(tps, Instant.now(), tps, halted));
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return newest();
    }

    private long newest() {
        Long id = installation.asOwner().queryForObject("SELECT max(id) FROM desk.incident", Long.class);
        return id == null ? 0 : id;
    }

    private void decide(long incident, String what, String data) {
        var answer = day.client("dewi").post("/api/incidents/" + incident + "/" + what, data);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private JsonNode summary(String region) {
        return day.client("dewi").get("/api/voting/summary?region=" + region).body();
    }

    private boolean halted(String tps) {
        for (var station : summary("36.04.05.2002").path("children")) {
            if (station.path("code").asText().replace(".", "").equals(tps)) {
                return station.path("halted").asInt() == 1;
            }
        }
        throw new AssertionError(tps + " is not among the places of its village");
    }
}
