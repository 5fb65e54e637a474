package id.deskpilkada.tally;

import static id.deskpilkada.tally.FormsFixture.held;
import static id.deskpilkada.tally.FormsFixture.received;
import static id.deskpilkada.tally.FormsFixture.verified;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.staff.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class TallyHttpTests {

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestRestTemplate http;

    private SmallRegency regency;
    private long round;
    private long race;

    @BeforeEach
    void threeFormsOfSix() {
        regency = new SmallRegency(installation, staff).create();
        round = regency.round();
        race = regency.race();
        tell(received(round, race, SmallRegency.TPS.get(0), 100, 50));
        tell(verified(round, race, SmallRegency.TPS.get(3), 10, 20));
        tell(held(round, race, SmallRegency.TPS.get(4)));
    }

    @Test
    void aRegencyAddsUpItsDistrictsAndNamesThoseWithoutAForm() {
        var tally = admin("/api/tally/BUPATI?region=36.04&basis=received");

        assertThat(tally.get("disclaimer").asText()).startsWith("Data cepat, bukan hasil resmi.");
        assertThat(tally.get("region").get("level").asText()).isEqualTo("REGENCY");
        assertThat(tally.get("basis").asText()).isEqualTo("received");
        assertThat(tally.get("expected").asInt()).isEqualTo(6);
        assertThat(tally.get("received").asInt()).isEqualTo(3);
        assertThat(tally.get("held").asInt()).isEqualTo(1);
        assertThat(tally.get("verified").asInt()).isEqualTo(1);
        assertThat(tally.get("counted").asInt()).isEqualTo(2);
        assertThat(votes(tally, 1)).isEqualTo(110);
        assertThat(votes(tally, 2)).isEqualTo(70);
        assertThat(tally.get("validVotes").asInt()).isEqualTo(180);
        assertThat(tally.get("invalidVotes").asInt()).isEqualTo(6);
        assertThat(tally.get("asOf").asText()).endsWith("+07:00");
        assertThat(tally.get("children")).hasSize(2);
        assertThat(tally.get("children").get(1).get("validVotes").asInt()).isZero();
    }

    @Test
    void theVerifiedBasisHoldsComparedCopiesOnly() {
        var tally = admin("/api/tally/BUPATI?basis=verified");

        assertThat(votes(tally, 1)).isEqualTo(10);
        assertThat(tally.get("counted").asInt()).isEqualTo(1);
        assertThat(tally.get("received").asInt()).isEqualTo(3);
    }

    @Test
    void everyLevelDownToTheTpsSaysTheSame() {
        assertThat(votes(admin("/api/tally/BUPATI?region=36"), 1)).isEqualTo(403);
        assertThat(votes(admin("/api/tally/BUPATI?region=36.04.05"), 1)).isEqualTo(110);
        var village = admin("/api/tally/BUPATI?region=36.04.05.2002");
        assertThat(votes(village, 1)).isEqualTo(100);
        assertThat(village.get("children")).hasSize(3);
        assertThat(village.get("children").get(0).get("region").get("level").asText())
                .isEqualTo("TPS");
        assertThat(village.get("children").get(2).get("received").asInt()).isZero();
        assertThat(votes(admin("/api/tally/BUPATI?region=3604052002001"), 1)).isEqualTo(100);
    }

    @Test
    void aVillageAdminSeesTheirVillageAndNothingAbove() {
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);
        regency.person("damkar", "agency-damkar", "36.04");

        assertThat(as("siti", "/api/tally/BUPATI?region=36.04.05.2002")
                        .get("received")
                        .asInt())
                .isEqualTo(1);
        assertThat(as("siti", "/api/tally/BUPATI").get("region").get("code").asText())
                .isEqualTo(SmallRegency.SINDANGMANDI);
        assertThat(code("siti", "/api/tally/BUPATI?region=36.04.05")).isEqualTo("OUTSIDE_SCOPE");
        assertThat(code("damkar", "/api/tally/BUPATI?region=36.04.05")).isEqualTo("OUTSIDE_SCOPE");
    }

    @Test
    void unknownThingsAreNamed() {
        assertThat(code("admin", "/api/tally/GUBERNUR")).isEqualTo("UNKNOWN_RACE");
        assertThat(code("admin", "/api/tally/BUPATI?region=36.04.99")).isEqualTo("UNKNOWN_REGION");
        assertThat(code("admin", "/api/tally/BUPATI?region=3604052002099")).isEqualTo("UNKNOWN_REGION");
        assertThat(code("admin", "/api/tally/BUPATI?basis=mixed")).isEqualTo("MALFORMED");
        assertThat(code("admin", "/api/tally/BUPATI?round=LAIN")).isEqualTo("UNKNOWN_ROUND");
    }

    @Test
    void theTableOfAPlaceCarriesTheDisclaimerInEveryLine() {
        var csv = http.withBasicAuth("admin", SmallRegency.PASSWORD)
                .getForEntity("/api/tally/BUPATI.csv?region=36.04.05", String.class);

        assertThat(csv.getHeaders().getContentType()).hasToString("text/csv;charset=UTF-8");
        var lines = csv.getBody().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0])
                .startsWith("level,code,name,")
                .contains(",votes_1,votes_2,")
                .endsWith("disclaimer");
        assertThat(lines[1]).startsWith("DISTRICT,36.04.05,Baros,4,2,0,1,2,false,");
        assertThat(lines).filteredOn(line -> line.contains("bukan hasil resmi")).hasSize(3);
    }

    @Test
    void aNameThatLooksLikeAFormulaIsDefused() {
        installation.asOwner().update("UPDATE desk.region SET name = '=1+1' WHERE code = '36.04.05.2002'");
        var csv = http.withBasicAuth("admin", SmallRegency.PASSWORD)
                .getForObject("/api/tally/BUPATI.csv?region=36.04.05.2002", String.class);

        assertThat(csv).contains(",'=1+1,").doesNotContain(",=1+1,");
    }

    private void tell(C1FormChanged form) {
        transaction.executeWithoutResult(status -> events.publishEvent(form));
    }

    private static int votes(JsonNode tally, int number) {
        if (tally.get("votes") == null) {
            return tally.get("status").asInt();
        }
        return tally.get("votes").get(number - 1).get("votes").asInt();
    }

    private String code(String username, String address) {
        return as(username, address).get("code").asText();
    }

    private JsonNode admin(String address) {
        return as("admin", address);
    }

    private JsonNode as(String username, String address) {
        return http.withBasicAuth(username, SmallRegency.PASSWORD)
                .getForEntity(address, JsonNode.class)
                .getBody();
    }
}
