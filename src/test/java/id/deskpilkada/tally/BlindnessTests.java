package id.deskpilkada.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class BlindnessTests {

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

    @BeforeEach
    void aVerifierInBaros() {
        regency = new SmallRegency(installation, staff).create();
        regency.person("vera", "district-verifier", SmallRegency.BAROS);
        regency.person("camat", "camat", SmallRegency.BAROS);
    }

    @Test
    void aVerifierSeesNoFiguresOfAFormTheyCouldVerify() {
        undecided(0);
        undecided(1);

        var village = as("vera", "36.04.05.2002");

        assertThat(village.get("children").get(0).get("withheld").asBoolean()).isTrue();
        assertThat(village.get("children").get(0).has("votes")).isFalse();
        assertThat(village.get("children").get(0).get("received").asInt()).isEqualTo(1);
        assertThat(as("vera", SmallRegency.TPS.get(0)).has("votes")).isFalse();
    }

    @Test
    void whoAsksAgainLearnsNothingFromTheDifference() {
        undecided(0);
        undecided(1);

        for (var place : new String[] {"36.04.05.2002", SmallRegency.BAROS}) {
            assertThat(as("vera", place).has("validVotes")).isFalse();
            assertThat(as("vera", place).get("counted").asInt()).isZero();
        }
    }

    @Test
    void aVerifierIsNotToldThatTheFirstEntryIsHeld() {
        held(0);
        decided(1);

        for (var basis : new String[] {"received", "verified"}) {
            for (var place : new String[] {SmallRegency.TPS.get(0), "36.04.05.2002", SmallRegency.BAROS}) {
                var figures = as("vera", place + "&basis=" + basis);
                assertThat(figures.get("received").asInt()).isPositive();
                assertThat(figures.get("held").asInt()).isZero();
                assertThat(as("camat", place + "&basis=" + basis).get("held").asInt())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aSumIsKeptBackWhenTheRestWouldGiveItsOneHiddenPartAway() {
        undecided(0);
        decided(1);

        var village = as("vera", "36.04.05.2002");
        assertThat(village.get("children").get(1).get("validVotes").asInt()).isEqualTo(150);
        assertThat(village.has("validVotes")).isFalse();

        var district = as("vera", SmallRegency.BAROS);
        assertThat(district.get("children").get(0).get("withheld").asBoolean()).isTrue();
        assertThat(district.has("validVotes")).isFalse();
    }

    @Test
    void theVerifiedBasisHidesNothing() {
        undecided(0);
        decided(1);

        assertThat(as("vera", "36.04.05.2002&basis=verified").get("validVotes").asInt())
                .isEqualTo(150);
    }

    @Test
    void whoNeverVerifiesSeesTheFigures() {
        undecided(0);

        assertThat(as("camat", "36.04.05.2002")
                        .get("children")
                        .get(0)
                        .get("validVotes")
                        .asInt())
                .isEqualTo(150);
    }

    @Test
    void aPersonOfTheDeskWhoIsShownFiguresIsRemembered() {
        undecided(0);

        as("admin", SmallRegency.TPS.get(0));

        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM desk.c1_seen", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void theTableHidesWhatThePageHides() {
        undecided(0);
        decided(1);

        var csv = http.withBasicAuth("vera", SmallRegency.PASSWORD)
                .getForObject("/api/tally/BUPATI.csv?region=36.04.05.2002", String.class);

        assertThat(csv.split("\r\n")[1]).contains(",true,,,,,");
        assertThat(csv.split("\r\n")[2]).contains(",true,,,,,");
    }

    private void undecided(int tps) {
        form(tps, null, FormsFixture.received(regency.round(), regency.race(), SmallRegency.TPS.get(tps), 100, 50));
    }

    private void held(int tps) {
        form(tps, null, FormsFixture.held(regency.round(), regency.race(), SmallRegency.TPS.get(tps)));
    }

    private void decided(int tps) {
        form(tps, 1, FormsFixture.verified(regency.round(), regency.race(), SmallRegency.TPS.get(tps), 100, 50));
    }

    private void form(int at, Integer decidedNo, Object event) {
        String tps = SmallRegency.TPS.get(at);
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no, decided_no)
                        VALUES (?, ?, ?, ?, ?, ?, false, 1, ?)
                        """,
                        regency.round(),
                        regency.race(),
                        tps,
                        tps.substring(0, 10),
                        tps.substring(0, 6),
                        decidedNo == null ? "IN_VERIFICATION" : "VERIFIED",
                        decidedNo);
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private JsonNode as(String username, String region) {
        return http.withBasicAuth(username, SmallRegency.PASSWORD)
                .getForEntity("/api/tally/BUPATI?region=" + region, JsonNode.class)
                .getBody();
    }
}
