package id.deskpilkada.tally;

import static id.deskpilkada.tally.FormsFixture.received;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1Forms;
import id.deskpilkada.staff.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class RecountTests {

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    C1Forms forms;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestRestTemplate http;

    private SmallRegency regency;

    @BeforeEach
    void storedForms() {
        regency = new SmallRegency(installation, staff).create();
        storedForm(SmallRegency.TPS.get(0), 120, 80);
        storedForm(SmallRegency.TPS.get(3), 30, 40);
        transaction.executeWithoutResult(
                status -> forms.facts(regency.round(), "", "", 100).forEach(events::publishEvent));
    }

    @Test
    void totalsThatFollowTheFormsAddUpAtEveryLevel() {
        var outcome = recount();

        assertThat(outcome.get("ok").asBoolean()).as(outcome.toPrettyString()).isTrue();
        assertThat(outcome.get("checked").asInt()).isEqualTo(2 + 2 + 1 + 1 + 1);
        assertThat(outcome.get("differences")).isEmpty();
    }

    @Test
    void aDistrictThatWasTamperedWithIsFoundWithAllThatIsAddedUpFromIt() {
        installation.asOwner().update("UPDATE desk.tally_district SET received_sums[5] = received_sums[5] + 7");

        var outcome = recount();

        assertThat(outcome.get("ok").asBoolean()).isFalse();
        assertThat(outcome.get("differences")).hasSize(3);
        assertThat(outcome.get("differences").findValuesAsText("level"))
                .containsExactlyInAnyOrder("DISTRICT", "REGENCY", "PROVINCE");
        assertThat(outcome.get("differences")
                        .get(0)
                        .get("difference")
                        .get("received.votes.1")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void aTpsWithoutAFormIsFound() {
        transaction.executeWithoutResult(status ->
                events.publishEvent(received(regency.round(), regency.race(), SmallRegency.TPS.get(5), 1, 1)));

        assertThat(recount().get("differences").findValuesAsText("level"))
                .contains("TPS", "VILLAGE", "DISTRICT", "REGENCY");
    }

    @Test
    void aFormWithoutAStoredTotalIsFound() {
        storedForm(SmallRegency.TPS.get(4), 5, 5);

        assertThat(recount().get("differences").findValuesAsText("area")).contains(SmallRegency.TPS.get(4));
    }

    @Test
    void onlyTheDeskMayAskForARecount() {
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);

        assertThat(as("siti").get("code").asText()).isEqualTo("FORBIDDEN");
    }

    private void storedForm(String tps, int one, int two) {
        var owner = installation.asOwner();
        owner.update(
                """
                INSERT INTO desk.c1_form (round_id, race_id, tps_code, village_area, district_area, state, held, current_no)
                VALUES (?, ?, ?, ?, ?, 'RECEIVED', false, 1)
                """,
                regency.round(),
                regency.race(),
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6));
        owner.update(
                """
                INSERT INTO desk.c1_version (form_id, no, origin, data, rules, source, reporter_id, entered_by_id, captured_at)
                SELECT id, 1, 'FIRST', ?::jsonb, '[]', 'APP', 1, 1, now() FROM desk.c1_form WHERE tps_code = ?
                """,
                "{\"form\":\"SALINAN\",\"dpt\":{\"total\":300},\"voters\":{\"total\":{\"total\":%d}},\"votes\":{\"1\":%d,\"2\":%d},\"validVotes\":%d,\"invalidVotes\":3,\"totalVotes\":%d}"
                        .formatted(one + two + 3, one, two, one + two, one + two + 3),
                tps);
    }

    private JsonNode recount() {
        return as("admin");
    }

    private JsonNode as(String username) {
        return http.withBasicAuth(username, SmallRegency.PASSWORD)
                .getForEntity("/api/checks/recount", JsonNode.class)
                .getBody();
    }
}
