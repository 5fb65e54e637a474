package id.deskpilkada.dictation;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.browser.FormDay.ADMIN;
import static id.deskpilkada.browser.FormDay.DESK;
import static id.deskpilkada.browser.FormDay.DISTRICT_ADMIN;
import static id.deskpilkada.browser.FormDay.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import id.deskpilkada.tierreport.TierDay;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the desk's page asks while somebody types for others. */
@WholeApplication
class DictationHttpTests {

    @Autowired
    FormDay day;

    @Autowired
    List<RoundPreparation> preparations;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    @BeforeEach
    void anElectionDay() {
        var round = day.begin();
        Scope.system("uji", () -> preparations.forEach(preparation -> preparation.prepare(round)));
    }

    @Test
    void aTpsIsFoundByNumberVillageCodeAndQrCode() {
        assertThat(found("marga 2")).containsExactly(MARGASANA_2);
        assertThat(found("TPS 001 Margasana")).containsExactly(MARGASANA_1);
        assertThat(found(MARGASANA_2)).containsExactly(MARGASANA_2);
        assertThat(found("3604052002")).containsExactly(MARGASANA_1, MARGASANA_2);
        assertThat(found("http://localhost/lapangan#/isi?kind=C1&tps=" + MARGASANA_1 + "&race=BUPATI"))
                .containsExactly(MARGASANA_1);
        assertThat(found("1")).containsExactlyInAnyOrder(KRAMATWATU_1, MARGASANA_1);
        assertThat(found("")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void theVillageThatWasWorkedOnComesFirst() {
        assertThat(found("1&near=36.04.05.2002")).containsExactly(MARGASANA_1, KRAMATWATU_1);
        assertThat(found("1&near=36.04.05.2001")).containsExactly(KRAMATWATU_1, MARGASANA_1);
    }

    @Test
    void nobodyFindsOrOpensWhatLiesOutsideTheirArea() {
        assertThat(found(BAROS_1)).isEmpty();
        var refused = as(DISTRICT_ADMIN).get("/api/entry/" + BAROS_1);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("code").asText()).isEqualTo("OUTSIDE_SCOPE");
        assertThat(as(DESK).get("/api/entry/" + BAROS_1).status()).isEqualTo(200);
        assertThat(as(DESK).get("/api/entry/3604052002999").status()).isEqualTo(404);
        for (var person : List.of(ADMIN, VERIFIER)) {
            assertThat(as(person).get("/api/entry/places?q=1").status()).isEqualTo(403);
            assertThat(as(person).get("/api/entry/" + MARGASANA_1).status()).isEqualTo(403);
            assertThat(new Browser(port)
                            .signIn(person, People.PASSWORD)
                            .get("/desk/masukkan")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aPlaceSaysWhoCouldTellAndWhatIsStillMissingInItsVillage() {
        day.form(port, ADMIN, MARGASANA_1, 120, 80);
        var stand = as(DISTRICT_ADMIN)
                .get("/api/entry/" + MARGASANA_1 + "?kind=C1&slot=C1&race=BUPATI")
                .body();
        assertThat(stand.get("regionName").asText()).isEqualTo("Margasana");
        assertThat(stand.get("people").findValuesAsText("username")).containsExactly(ADMIN, DISTRICT_ADMIN);
        assertThat(stand.get("stations").findValuesAsText("missing")).containsExactly("false", "true");
    }

    @Test
    void whatATpsHasToldAlreadyIsShownWithItsWayAndWithoutItsNumbers() {
        day.form(port, ADMIN, MARGASANA_1, 123, 77);
        dictated(DISTRICT_ADMIN, MARGASANA_1, 123, 78);

        var answer = as(DESK).get("/api/entry/" + MARGASANA_1 + "?kind=C1&slot=C1&race=BUPATI");
        var given = answer.body().get("given");
        assertThat(given.findValuesAsText("source")).containsExactly("RADIO", "APP");
        assertThat(given.findValuesAsText("enteredBy")).containsExactly("Udin Kramatwatu", "Siti Margasana");
        assertThat(given.findValuesAsText("same")).containsExactly("true", "true");
        assertThat(answer.text()).doesNotContain("123", "\"data\"");

        var other = as(DESK).get("/api/entry/" + MARGASANA_1 + "?kind=C1&slot=C1&race=GUBERNUR")
                .body();
        assertThat(other.get("given").findValuesAsText("same")).containsExactly("false", "false");
    }

    @Test
    void whateverATpsOrItsVillageHasToldItsFormsOpen() {
        var bodies = List.of(
                "{\"kind\": \"C1_PHOTOS\", \"tps\": \"%s\", \"race\": \"BUPATI\", \"observedAt\": \"%s\", \"data\": {\"photos\": [\"%s\"]}}"
                        .formatted(MARGASANA_1, Instant.now(), "ab".repeat(32)),
                "{\"kind\": \"INCIDENT\", \"tps\": \"%s\", \"observedAt\": \"%s\", \"data\": {\"category\": \"SECURITY\", \"description\": \"Ribut\"}}"
                        .formatted(MARGASANA_1, Instant.now()),
                "{\"kind\": \"SITUATION\", \"region\": \"36.04.05.2002\", \"slot\": \"10.00\", \"observedAt\": \"%s\", \"data\": {\"security\": \"CALM\"}}"
                        .formatted(Instant.now()));
        for (var body : bodies) {
            var sent = as(ADMIN).put("/api/field-reports/" + UUID.randomUUID(), body);
            assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        }
        var station = as(DISTRICT_ADMIN).get("/api/entry/" + MARGASANA_1 + "?kind=VOTING&slot=10.00");
        assertThat(station.status()).as(station.text()).isEqualTo(200);
        assertThat(station.body().get("given").findValuesAsText("name")).contains("Foto C1 Bupati");
        var village = as(DISTRICT_ADMIN).get("/api/entry/36.04.05.2002?kind=SITUATION&slot=10.00");
        assertThat(village.status()).as(village.text()).isEqualTo(200);
        assertThat(village.body().get("given").findValuesAsText("name")).containsExactly("Situasi 10.00");
    }

    @Test
    void aVillageHasPeopleAndTpsToo() {
        var village = as(DISTRICT_ADMIN)
                .get("/api/entry/36.04.05.2002?kind=SITUATION&slot=10.00")
                .body();
        assertThat(village.get("name").asText()).isEqualTo("Margasana");
        assertThat(village.has("tps")).isFalse();
        assertThat(village.get("people").findValuesAsText("username")).containsExactly(ADMIN, DISTRICT_ADMIN);
    }

    /** The same person at both roles is what the database has to stop. */
    @Test
    void whoeverTypedAFormForOthersCannotVerifyIt() {
        new People(staff, secrets)
                .add("rangkap", "Rini Rangkap", "district-admin@36.04.05", "district-verifier@36.04.05");
        dictated("rangkap", MARGASANA_1, 120, 80);
        var rekeying = "{\"data\": " + TierDay.form(120, 80) + "}";
        var own = as("rangkap").post("/api/c1/BUPATI/" + MARGASANA_1 + "/rekeyings", rekeying);
        assertThat(own.status()).as(own.text()).isEqualTo(403);
        assertThat(own.body().get("code").asText()).isEqualTo("SAME_PERSON");
    }

    private List<String> found(String typed) {
        var parts = typed.split("&near=");
        var question = "/api/entry/places?q=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
                + (parts.length > 1 && !typed.startsWith("http") ? "&near=" + parts[1] : "");
        JsonNode items = as(DISTRICT_ADMIN).get(question).body().get("items");
        return items.findValuesAsText("tps");
    }

    private void dictated(String typist, String tps, int one, int two) {
        var answer = as(typist)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        "{\"kind\":\"C1\",\"race\":\"BUPATI\",\"tps\":\"%s\",\"observedAt\":\"%s\",\"source\":\"RADIO\",\"onBehalfOf\":\"Linmas Pak Adi\",\"data\":%s}"
                                .formatted(tps, Instant.now(), TierDay.form(one, two)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        day.drain();
    }

    private DeskClient as(String person) {
        return new DeskClient(port, person, People.PASSWORD);
    }
}
