package id.deskpilkada.election.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

@WholeApplication
class ElectionHttpTests {

    static final String PILKADA =
            """
            {"name": "Pilkada 2024", "date": "2024-11-27",
             "races": [{"code": "GUBERNUR", "name": "Gubernur", "region": "36"}, {"code": "BUPATI", "region": "36.04", "pages": {"plano": 3, "salinan": 2}}],
             "rounds": [{"code": "R1", "kind": "REGULAR"}]}
            """;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void empty() {
        installation.empty();
    }

    @Test
    void anElectionIsCreatedOnceAndFoundAgain() {
        assertThat(put("/api/elections/p24", PILKADA).getStatusCode().value()).isEqualTo(201);
        var again = put("/api/elections/p24", PILKADA);
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        JsonNode election = get("/api/elections/p24").getBody();
        assertThat(election).isEqualTo(again.getBody());
        assertThat(election.at("/law").asText()).isEqualTo("PILKADA");
        assertThat(election.at("/races/0/pages/plano").asInt()).isEqualTo(2);
        assertThat(election.at("/races/1/name").asText()).isEqualTo("Bupati dan Wakil Bupati");
        assertThat(election.at("/races/1/pages/plano").asInt()).isEqualTo(3);
        assertThat(election.at("/rounds/0/phase").asText()).isEqualTo("PREPARED");
        assertThat(election.at("/schedule")).hasSize(21);
        assertThat(election.at("/schedule/0/dueAt").asText()).isEqualTo("2024-11-06T18:00:00+07:00");
        assertThat(get("/api/elections").getBody().findValuesAsText("law")).hasSize(1);
    }

    @Test
    void legislativeRacesAreRefused() {
        var refused = put(
                "/api/elections/p24",
                """
                {"name": "Pemilu", "date": "2024-02-14", "races": [{"code": "PPWP", "region": "36"}, {"code": "DPRD-KAB", "region": "36.04"}]}
                """);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("RACE_NOT_SUPPORTED");
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("races.1.code");
        assertThat(get("/api/elections/p24").getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void everyFaultyFieldIsNamed() {
        var refused = put(
                "/api/elections/p 24",
                """
                {"date": "27-11-2024",
                 "races": [{"code": "BUPATI", "region": "36.99"}, {"code": "PPWP", "region": "36", "pages": {"plano": 0}}, {"code": "PPWP", "region": "36"},
                           {"code": "GUBERNUR", "region": "36"}, {"code": "RT", "region": "36"}, {"region": "36"}, null],
                 "rounds": [{"code": "R1", "kind": "ULANG"}, {"code": "R1", "tps": ["1"]}, {"code": "R2", "date": "besok"}],
                 "schedule": [{"slot": "10.00", "kind": "VOTING", "opensAt": "2024-11-27T10:00:00+07:00", "dueAt": "2024-11-27T09:00:00+07:00"},
                              {"slot": "C1", "kind": "C1", "opensAt": "jam satu", "dueAt": "2024-11-27T21:00:00"}, {"slot": "x", "kind": "SORE"}]}
                """);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("MALFORMED");
        assertThat(refused.getBody().at("/errors"))
                .extracting(error ->
                        error.at("/field").asText() + " " + error.at("/code").asText())
                .containsExactly(
                        "code MALFORMED_CODE",
                        "name REQUIRED",
                        "date MALFORMED_DATE",
                        "races.0.region UNKNOWN_REGION",
                        "races.1.pages.plano OUT_OF_RANGE",
                        "races.2.code DUPLICATE_CODE",
                        "races.4.code NOT_A_CHOICE",
                        "races.5.code REQUIRED",
                        "races.6 REQUIRED",
                        "races MIXED_LAWS",
                        "rounds.0.kind NOT_A_CHOICE",
                        "rounds.1.code DUPLICATE_CODE",
                        "rounds.1.tps.0 MALFORMED_TPS_CODE",
                        "rounds.2.date MALFORMED_DATE",
                        "schedule.0.dueAt DUE_BEFORE_OPEN",
                        "schedule.1.opensAt MALFORMED_TIME",
                        "schedule.1.dueAt MALFORMED_TIME",
                        "schedule.2.kind NOT_A_CHOICE",
                        "schedule.2.opensAt REQUIRED",
                        "schedule.2.dueAt REQUIRED");
        assertThat(refused.getBody().at("/errors"))
                .allSatisfy(error -> assertThat(error.at("/message").asText()).contains(" "));
    }

    @Test
    void aRoundStartsOnlyWhenNothingIsMissing() {
        put("/api/elections/p24", PILKADA);
        var early = post("/api/elections/p24/rounds/R1/start");
        assertThat(early.getStatusCode().value()).isEqualTo(422);
        assertThat(early.getBody().at("/code").asText()).isEqualTo("ROUND_NOT_READY");
        assertThat(early.getBody().at("/errors")).hasSize(3);
        small.regions();
        small.stations();
        small.candidates();
        var started = post("/api/elections/p24/rounds/R1/start");
        assertThat(started.getStatusCode().value()).isEqualTo(200);
        JsonNode round = get("/api/elections/p24/rounds/R1").getBody();
        assertThat(round.at("/phase").asText()).isEqualTo("STARTED");
        assertThat(round.at("/casesExpected").asInt()).isEqualTo(10);
        assertThat(round.at("/casesStarted").asInt()).isZero();
        assertThat(post("/api/elections/p24/rounds/R1/start").getStatusCode().value())
                .isEqualTo(200);
        assertThat(post("/api/elections/p24/rounds/R9/start").getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void whatARoundStartedWithStaysAndItsScheduleMayChange() {
        small.started();
        var moved = put(
                "/api/elections/pilkada-uji",
                """
                {"name": "Pilkada uji", "date": "2024-11-28", "races": [{"code": "GUBERNUR", "region": "36"}, {"code": "BUPATI", "region": "36.04"}]}
                """);
        assertThat(moved.getStatusCode().value()).isEqualTo(409);
        assertThat(moved.getBody().at("/code").asText()).isEqualTo("FIXED_AFTER_START");
        var fewer = put(
                "/api/elections/pilkada-uji",
                """
                {"name": "Pilkada uji", "date": "2024-11-27", "races": [{"code": "BUPATI", "region": "36.04"}]}
                """);
        assertThat(fewer.getBody().at("/code").asText()).isEqualTo("FIXED_AFTER_START");
        String slots =
                """
                [{"slot": "C1", "kind": "C1", "opensAt": "2024-11-27T14:00:00+07:00", "dueAt": "2024-11-27T22:00:00+07:00"}]
                """;
        assertThat(put("/api/elections/pilkada-uji/schedule", slots)
                        .getBody()
                        .at("/0/dueAt")
                        .asText())
                .isEqualTo("2024-11-27T22:00:00+07:00");
        var wrapped = put(
                "/api/elections/pilkada-uji/rounds/R1/schedule",
                "{\"schedule\": " + slots.replace("22:00", "23:00") + "}");
        assertThat(wrapped.getBody()).hasSize(1);
        assertThat(get("/api/elections/pilkada-uji/schedule")
                        .getBody()
                        .at("/0/dueAt")
                        .asText())
                .isEqualTo("2024-11-27T23:00:00+07:00");
        assertThat(put("/api/elections/pilkada-uji/schedule", "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(put("/api/elections/pilkada-uji/schedule", "{\"schedule\": 7}")
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void aRaceWithListsIsNotDropped() {
        small.prepared();
        var fewer = put(
                "/api/elections/pilkada-uji",
                """
                {"name": "Pilkada uji", "date": "2024-11-27", "races": [{"code": "BUPATI", "region": "36.04"}]}
                """);
        assertThat(fewer.getStatusCode().value()).isEqualTo(409);
        assertThat(fewer.getBody().at("/code").asText()).isEqualTo("RACE_IN_USE");
    }

    @Test
    void aPreparedElectionMayStillLoseAnEmptyRaceAndARound() {
        put(
                "/api/elections/p24",
                PILKADA.replace("\"REGULAR\"}", "\"REGULAR\"}, {\"code\": \"UJI\", \"kind\": \"REHEARSAL\"}"));
        var fewer = put(
                "/api/elections/p24",
                """
                {"name": "Pilkada 2024", "date": "2024-12-04", "races": [{"code": "BUPATI", "region": "3604"}], "rounds": [{"code": "R1", "kind": "REGULAR"}]}
                """);
        assertThat(fewer.getStatusCode().value()).isEqualTo(200);
        assertThat(fewer.getBody().at("/races")).hasSize(1);
        assertThat(fewer.getBody().at("/rounds")).hasSize(1);
        assertThat(fewer.getBody().at("/schedule/0/dueAt").asText()).isEqualTo("2024-11-13T18:00:00+07:00");
    }

    @Test
    void importsNameTheirBadRowsOverHttp() {
        put("/api/elections/p24", PILKADA);
        var refused = upload("/api/imports/polling-stations?dryRun=true", "kode_tps\n3604052002001\n");
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().at("/errors/0/code").asText()).isEqualTo("UNKNOWN_VILLAGE");
        assertThat(refused.getBody().at("/errors/0/row").asInt()).isEqualTo(2);
        small.regions();
        assertThat(upload("/api/imports/polling-stations?election=p24", "kode_tps\n3604052002001\n")
                        .getBody()
                        .at("/created")
                        .asInt())
                .isOne();
    }

    @Test
    void nobodySetsUpUnlessTheyMay() {
        assertThat(http.getForEntity("/api/elections", JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return admin().getForEntity(path, JsonNode.class);
    }

    private ResponseEntity<JsonNode> put(String path, String body) {
        return admin().exchange(path, HttpMethod.PUT, json(body), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String path) {
        return admin().postForEntity(path, null, JsonNode.class);
    }

    private ResponseEntity<JsonNode> upload(String path, String csv) {
        var file = new HttpHeaders();
        file.setContentType(MediaType.TEXT_PLAIN);
        file.setContentDispositionFormData("file", "daftar.csv");
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new HttpEntity<>(csv.getBytes(StandardCharsets.UTF_8), file));
        return admin().postForEntity(path, parts, JsonNode.class);
    }

    private static HttpEntity<String> json(String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }

    private TestRestTemplate admin() {
        return http.withBasicAuth("admin", "rahasia-admin-uji");
    }
}
